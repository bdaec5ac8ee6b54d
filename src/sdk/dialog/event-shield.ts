const EVENTS = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick'],
  ...['contextmenu', 'touchstart', 'touchmove', 'touchend', 'wheel', 'keydown', 'keyup'],
  ...['focusin', 'focusout', 'focus', 'blur'],
] as const;

type ShieldedEvent = (typeof EVENTS)[number];

/**
 * Keeps what happens inside an element from the rest of the page; `handle` alone hears of it. Gives back
 * how to stop.
 *
 * The host may have dialogs of its own open: they close at a press outside of them, at Escape, or pull the
 * focus back (Radix, MUI, focus-trap), and some keep the wheel from scrolling anything else. They listen
 * at the document, most of them while the event is still on its way down: `window` alone is earlier.
 */
export function shieldEvents(
  element: Element,
  handle: Partial<Record<ShieldedEvent, (event: Event, target: Element) => void>>,
): () => void {
  function onEvent(event: Event): void {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || !isInside(event)) return;
    event.stopPropagation();
    handle[event.type as ShieldedEvent]?.(event, target);
  }

  /** A key pressed while nothing has the focus is meant for the modal too. */
  function isInside(event: Event): boolean {
    return (
      event.composedPath().includes(element) ||
      (event.type === 'keydown' && event.target === document.body)
    );
  }

  for (const type of EVENTS) window.addEventListener(type, onEvent, true);
  return () => {
    for (const type of EVENTS) window.removeEventListener(type, onEvent, true);
  };
}
