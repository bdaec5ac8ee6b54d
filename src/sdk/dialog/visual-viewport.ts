/**
 * Keeps an element in the part of the page that can be seen: a virtual keyboard lies over the page without
 * making it smaller. Returns a function that stops it.
 */
export function fitVisualViewport(element: HTMLElement): () => void {
  const visualViewport = element.ownerDocument.defaultView?.visualViewport;
  if (!visualViewport) return () => undefined;

  function fit(this: VisualViewport): void {
    // Zoomed with two fingers the visible part is small as well, and is meant to be.
    if (this.scale !== 1) return;
    element.style.blockSize = `${this.height}px`;
    element.style.insetBlockStart = `${this.offsetTop}px`;
  }

  visualViewport.addEventListener('resize', fit);
  visualViewport.addEventListener('scroll', fit);
  return () => {
    visualViewport.removeEventListener('resize', fit);
    visualViewport.removeEventListener('scroll', fit);
  };
}
