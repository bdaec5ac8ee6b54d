/** The element that has the focus, in whatever shadow root. */
export function focusedElement(): Element {
  let active = document.activeElement ?? document.body;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The element and all above it, out of shadow roots too. <body> and <html>, which are always there, are none. */
export function composedAncestors(element: Element): Element[] {
  const ancestors: Element[] = [];
  let node: Node | null = element;
  while (node && node !== document.body && node !== document.documentElement) {
    if (node instanceof Element) ancestors.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return ancestors;
}

/**
 * Gives the focus to the first of these that still lives. What cannot take it by itself is made to, for as
 * long as it has it; not so for a host that took the modal away: it knows where to go on.
 */
export function returnFocus(candidates: Element[], { byHost }: { byHost: boolean }): void {
  candidates
    .filter((each): each is HTMLElement => each instanceof HTMLElement && each.isConnected)
    .some((each) => takesFocus(each) || (!byHost && takesFocusWithTabIndex(each)));
}

function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  return focusedElement() === element;
}

function takesFocusWithTabIndex(element: HTMLElement): boolean {
  if (element.hasAttribute('tabindex')) return false;
  const undo = (): void => element.removeAttribute('tabindex');
  element.tabIndex = -1;
  if (takesFocus(element)) {
    element.addEventListener('blur', undo, { once: true });
    return true;
  }
  undo();
  return false;
}
