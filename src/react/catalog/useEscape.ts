'use client';

import { useEffect, useInsertionEffect, useRef, type RefObject } from 'react';

/**
 * What Escape does while the focus is in `element`, before it does anything else in the page. null: it is the page's.
 *
 * It listens first, because dialogs of hosts listen to their document while an event goes down, before React hears of it. The
 * keyup goes with its keydown; so the element has to stay when what Escape closes goes.
 */
export function useEscape(
  element: RefObject<HTMLElement | null>,
  onEscape: (() => void) | null,
): void {
  const newest = useRef(onEscape);
  useInsertionEffect(() => {
    newest.current = onEscape;
  });
  useEffect(() => (element.current ? takeEscape(element.current, newest) : undefined), [element]);
}

function takeEscape(
  element: HTMLElement,
  onEscape: { readonly current: (() => void) | null },
): () => void {
  let isTaken = false;

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    // A key that is held down means the same all along.
    if (event.type === 'keydown' && !(isTaken && event.repeat)) {
      isTaken = onEscape.current !== null && event.composedPath().includes(element);
      if (isTaken) onEscape.current?.();
    }
    if (!isTaken) return;
    if (event.type === 'keyup') isTaken = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const page = element.ownerDocument.defaultView;
  // Not by a signal: a test runner's AbortSignal may be Node's, which jsdom's addEventListener refuses.
  page?.addEventListener('keydown', onKey, true);
  page?.addEventListener('keyup', onKey, true);
  return () => {
    page?.removeEventListener('keydown', onKey, true);
    page?.removeEventListener('keyup', onKey, true);
  };
}
