const HIDING = ['inert', 'aria-hidden'];

/**
 * Takes off the dialog what would hide it from its users. While a dialog of its own is open, a library makes
 * everything else on the page inert, also what is added later. Returns a function that stops it.
 */
export function stayReachable(dialog: Element): () => void {
  function expose(): void {
    for (const name of HIDING) dialog.removeAttribute(name);
  }
  const observer = new MutationObserver(expose);
  expose();
  observer.observe(dialog, { attributeFilter: HIDING });
  return () => observer.disconnect();
}
