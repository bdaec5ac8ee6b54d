/** Calls `onGone` once these are in the page no more, whoever took them away; gives back how to stop. */
export function watchRemoval(elements: Element[], onGone: () => void): () => void {
  const observer = new MutationObserver(() => {
    if (elements.some((element) => element.isConnected)) return;
    observer.disconnect();
    onGone();
  });
  for (const element of elements) {
    for (let node = element.parentNode; node; node = node.parentNode) {
      observer.observe(node, { childList: true });
    }
  }
  return () => observer.disconnect();
}
