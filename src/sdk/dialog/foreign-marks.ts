/** What other libraries look for on an element that is open above theirs. */
const MARKS: readonly (readonly [name: string, value: string])[] = [
  // React Aria makes all that is added to the page inert while a dialog of its own is open, but for this:
  // @react-aria/overlays, ariaHideOutside.
  ['data-react-aria-top-layer', 'true'],
  // Mantine's Modal and Drawer hear Escape on `window`, and pass over a target that has this:
  // @mantine/core, ModalBase, use-modal.
  ['data-mantine-stop-propagation', 'true'],
];

/**
 * Puts them on an element that can be the target of a key. They come on top of the guard of the page: it is later than
 * a listener that such a library put on `window` before this one was loaded.
 */
export function markForOthers(element: Element): void {
  for (const [name, value] of MARKS) element.setAttribute(name, value);
}
