/**
 * Keeps the page behind from scrolling; gives back how to let it.
 *
 * By a sheet of its own, not by inline styles: other dialogs of the host save and restore `overflow` of
 * <body>, and would keep ours, or lose theirs, when they close in another order than they opened.
 * A strict content security policy lets a constructed sheet pass.
 */
export function lockScroll(): () => void {
  if (!('adoptedStyleSheets' in document)) return () => undefined;
  const root = document.documentElement;
  const hasScrollbar = window.innerWidth > root.clientWidth;
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`${viewportScroller()} { overflow: hidden !important }`);
  // The place of the scrollbar stays, so that nothing on the page moves.
  if (hasScrollbar) sheet.insertRule(':root { scrollbar-gutter: stable !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** The viewport takes its overflow from <html>, or from <body> where <html> has none. */
function viewportScroller(): ':root' | 'body' {
  const { overflowX, overflowY } = getComputedStyle(document.documentElement);
  return overflowX === 'visible' && overflowY === 'visible' ? 'body' : ':root';
}
