/**
 * Where the parts of the dialog are. By style properties, which a strict content security policy and the
 * SDK's own inline styles let through, so that a host without alloy-react/styles.css has a usable dialog
 * as well; colours, lines and motion are in that file.
 */
type Styles = Partial<CSSStyleDeclaration>;

/** What Alloy's page is made for; the header comes on top of it. */
const FRAME_WIDTH = '400px';
const FRAME_HEIGHT = '659px';
const HEADER_HEIGHT = '48px';

/** On a screen as narrow as a phone's the box fills it from edge to edge. */
const NARROW = '480px';

/** The length on a wide screen, nothing on a narrow one: a media query, as far as a style property goes. */
function onWide(length: string): string {
  return `clamp(0px, (100vw - ${NARROW}) * 9999, ${length})`;
}

function fillIfNarrow(length: string): string {
  return `min(max(${length}, (${NARROW} - 100vw) * 9999), 100%)`;
}

export const layout = {
  dialog: {
    position: 'fixed',
    inset: '0',
    inlineSize: '100%',
    blockSize: '100%',
    maxInlineSize: 'none',
    maxBlockSize: 'none',
    margin: '0',
    padding: '0',
    border: 'none',
    overflow: 'hidden',
    background: 'transparent',
    color: 'var(--alloy-text, CanvasText)',
    font: '400 14px/1.5 system-ui, sans-serif',
    fontFamily: 'var(--alloy-font, system-ui, sans-serif)',
    textAlign: 'start',
    // Radix takes the pointer from all of <body> while its dialog is open.
    pointerEvents: 'auto',
  },
  probe: {
    position: 'fixed',
    inset: '0',
    visibility: 'hidden',
    pointerEvents: 'none',
  },
  mask: {
    position: 'absolute',
    inset: '0',
    zIndex: 'auto',
    height: 'auto',
    backgroundColor: 'var(--alloy-backdrop, rgb(0 0 0 / 0.5))',
  },
  container: {
    position: 'absolute',
    inset: '0',
    zIndex: 'auto',
    height: 'auto',
    display: 'flex',
    boxSizing: 'border-box',
    padding: onWide('24px'),
    overflow: 'auto',
    overscrollBehavior: 'contain',
  },
  box: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplate: 'auto minmax(0, 1fr) / minmax(0, 1fr)',
    flex: 'none',
    // Beside the safe areas of a screen with round corners, whose ground is the box's.
    padding:
      'env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)',
    width: fillIfNarrow(FRAME_WIDTH),
    height: fillIfNarrow(`${FRAME_HEIGHT} + ${HEADER_HEIGHT}`),
    minHeight: '240px',
    maxHeight: 'none',
    margin: 'auto',
    overflow: 'hidden',
    // Alloy's page is made to stand on white, also in a dark host: one box, not a dark bar over a white page.
    colorScheme: 'light',
    color: 'var(--alloy-dialog-text, var(--alloy-text, CanvasText))',
    backgroundColor: 'var(--alloy-dialog-surface, var(--alloy-surface, Canvas))',
    borderRadius: onWide('var(--alloy-dialog-radius, 16px)'),
  },
  header: {
    gridArea: '1 / 1',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    minHeight: HEADER_HEIGHT,
    paddingInline: '16px 2px',
  },
  title: {
    flex: '1',
    minWidth: '0',
    margin: '0',
    overflow: 'hidden',
    fontSize: '14px',
    fontWeight: '500',
    // Two lines at most.
    maxHeight: '2.7em',
    lineHeight: '1.35',
    overflowWrap: 'anywhere',
  },
  close: {
    display: 'grid',
    placeItems: 'center',
    width: '44px',
    height: '44px',
    padding: '0',
  },
  frame: {
    gridArea: '2 / 1',
    display: 'block',
    width: '100%',
    height: '100%',
    minWidth: '0',
    minHeight: '0',
    border: 'none',
    borderRadius: '0',
    backgroundColor: '#fff',
    // Until the page is there: no white flash, and nothing for the Tab key to get lost in.
    visibility: 'hidden',
  },
  cover: {
    gridArea: '2 / 1',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '24px 16px',
  },
  apology: {
    gridArea: '2 / 1',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    gap: '16px',
    padding: '24px 16px',
    overflow: 'auto',
    textAlign: 'center',
  },
} satisfies Record<string, Styles>;

export function place(element: HTMLElement, part: keyof typeof layout): void {
  Object.assign(element.style, layout[part]);
  element.classList.add(part === 'dialog' ? 'alloy-dialog' : `alloy-dialog-${part}`);
}
