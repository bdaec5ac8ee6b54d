const REGIONS = '[role="status"].alloy-visually-hidden';
/** The page behind is back in the accessibility tree by then. */
const EXPOSED_MS = 100;
/** Changes what a region holds, and not how it reads. */
const MARK = '\u00a0';

/**
 * Has screen readers hear what the library's live regions came to say while the modal was open: the page behind it
 * is inert then, and what changes in it is announced to nobody. Returns a function to call when the modal is gone.
 */
export function holdAnnouncements(document: Document): () => void {
  const before = new Map(regionsOf(document).map((region) => [region, region.textContent]));
  return () => {
    for (const region of regionsOf(document)) {
      const { textContent } = region;
      if (!textContent || before.get(region) === textContent) continue;
      setTimeout(() => {
        // What has changed since then was heard.
        if (region.textContent === textContent) region.textContent = reworded(textContent);
      }, EXPOSED_MS);
    }
  };
}

function reworded(text: string): string {
  return text.endsWith(MARK) ? text.slice(0, -1) : text + MARK;
}

function regionsOf(document: Document): Element[] {
  return [...document.querySelectorAll(REGIONS)];
}
