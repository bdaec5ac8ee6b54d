/**
 * Keeps the page behind from scrolling. Returns a function that lets it scroll again.
 *
 * By a sheet of its own, not by inline styles: other dialogs of the host save and restore `overflow` of
 * <body>, and would keep ours, or lose theirs, when they close in another order than they opened.
 * A strict content security policy lets a constructed sheet pass.
 */
export function lockScroll(document: Document): () => void {
  const view = document.defaultView;
  if (!view || !('adoptedStyleSheets' in document)) return () => undefined;
  const root = document.documentElement;
  const widthBefore = root.getBoundingClientRect().width;
  const hasScrollbar = view.innerWidth > root.clientWidth;
  const sheet = new view.CSSStyleSheet();
  sheet.insertRule(`${viewportScroller(root)} { overflow: hidden !important }`);
  // The place of the scrollbar stays, so that nothing on the page moves.
  if (hasScrollbar) sheet.insertRule(':root { scrollbar-gutter: stable !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // Safari before 18.2 has no gutters, and none has WebKit for a scrollbar that the page has styled.
  const gained = root.getBoundingClientRect().width - widthBefore;
  if (gained > 0) {
    const { paddingInlineEnd } = view.getComputedStyle(document.body);
    sheet.insertRule(
      `body { padding-inline-end: calc(${paddingInlineEnd} + ${gained}px) !important }`,
    );
  }
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** The viewport takes its overflow from <html>, or from <body> where <html> has none. */
function viewportScroller(root: HTMLElement): ':root' | 'body' {
  const { overflowX, overflowY } = getComputedStyle(root);
  return overflowX === 'visible' && overflowY === 'visible' ? 'body' : ':root';
}
