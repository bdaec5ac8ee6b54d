/** Less than this holds no dialog: the user is scrolling past, and it stays where it was. */
const LEAST_HEIGHT = 200;
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/**
 * Keeps the middle of a dialog where the user is, on a page that is shown in a frame taller than the screen: such a
 * frame is as tall as its content, and the page that holds it scrolls. Returns a function that stops it.
 *
 * No other way tells a page what is seen of it through the frames of other origins.
 *
 * @param probe an element that covers the frame
 * @param middle what is moved; it covers the frame as well, until less than the frame is seen
 */
export function followVisiblePart(probe: HTMLElement, middle: HTMLElement): () => void {
  const view = probe.ownerDocument.defaultView;
  if (!view || view.parent === view || typeof view.IntersectionObserver !== 'function')
    return () => undefined;

  const ofProbe = new view.IntersectionObserver((entries) => {
    const { intersectionRect: seen, boundingClientRect: all } = entries[entries.length - 1] ?? {};
    if (!seen || !all || seen.height < Math.min(LEAST_HEIGHT, all.height)) return;
    middle.style.top = `${seen.top - all.top}px`;
    middle.style.bottom = `${all.bottom - seen.bottom}px`;
  });
  // Of something that is taller than the screen the same share is seen wherever one scrolls to: what is moved is
  // as tall as the screen, and so tells of the scrolling.
  const ofMiddle = new view.IntersectionObserver(
    () => {
      ofProbe.unobserve(probe);
      ofProbe.observe(probe);
    },
    { threshold: STEPS },
  );
  ofProbe.observe(probe);
  ofMiddle.observe(middle);
  return () => {
    ofProbe.disconnect();
    ofMiddle.disconnect();
  };
}
