import { isElement } from '../guard/is-element';
import { lastPressed } from '../guard/press-trail';

/** Where a modal was opened from, as it was at that moment: a menu's item may be gone when the modal shows. */
export interface Opener {
  /** The page that the modal belongs in: a portal's frame or window, where the opener is in one. */
  document: Document;
  /** The opener, all that is around it, and what opened those, the nearest first. <body> and <html> are left out. */
  elements: Element[];
}

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';

/** The openers of the modals that are open, for what is opened from within one. */
const openers = new WeakMap<Element, Opener>();

/** @param path of the event that called for the modal; empty where no event did */
export function findOpener(path: readonly EventTarget[]): Opener {
  const pressed = path.filter(isElement);
  const [target = focusedElement(document)] = pressed;
  const ancestors = composedAncestors(target);
  const outer = ancestors.map((element) => openers.get(element)).find(Boolean);
  if (outer) return outer;
  // A press on the icon in a button is one on the button.
  const start = ancestors.findIndex((element) => element.matches(FOCUSABLE));
  const elements = ancestors
    .slice(Math.max(start, 0))
    .flatMap((element) => [element, ...triggersOf(element)]);
  return {
    document: target.ownerDocument,
    elements: [...elements, ...lastPressed().flatMap(composedAncestors)],
  };
}

export function rememberOpener(dialog: Element, opener: Opener): void {
  openers.set(dialog, opener);
}

/** What opens and closes a menu or a popover; it says so by an id. */
function triggersOf(element: Element): Element[] {
  const { id, ownerDocument } = element;
  const labels = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labelling = labels.map((label) => ownerDocument.getElementById(label));
  const controlling = id
    ? [...ownerDocument.querySelectorAll(`[aria-controls~=${JSON.stringify(id)}]`)]
    : [];
  return [...controlling, ...labelling].filter(
    (each): each is Element => each !== null && !element.contains(each) && each.matches(FOCUSABLE),
  );
}

/** The element that has the focus, in whatever shadow root. */
export function focusedElement(document: Document): Element {
  let active = document.activeElement ?? document.body;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The element and all that is around it, shadow roots or not, without <body> and <html>. */
function composedAncestors(element: Element): Element[] {
  const ancestors: Element[] = [];
  for (
    let node: Node | null = element;
    node;
    node = (node as Partial<ShadowRoot>).host ?? node.parentNode
  ) {
    if (isElement(node) && !node.matches('body, html')) ancestors.push(node);
  }
  return ancestors;
}
