/** An open modal, as the guard of its page knows it. */
export interface GuardedModal {
  /** All that is inside belongs to the modal. */
  dialog: Element;
  /** An event that is the modal's; nobody else hears of it. */
  onEvent(event: Event, target: Element): void;
  /** Whether a press is the second half of the double click whose first half opened the modal. */
  isEcho(press: Event): boolean;
}

/** Copies of this package share one guard: change neither interface without the number below. */
export interface PageGuard {
  /** Decides about every event of the page. This and all else is set by the first engine that arrives. */
  decide?: (event: Event) => void;
  /** The last one is on top. */
  modals: GuardedModal[];
  /** When the last one closed, by `performance.now()`. */
  closedAt: number;
}

const GUARD = Symbol.for('alloy-react.guard.1');

/**
 * The one guard of a window. Its listeners are on `window`, capturing, and are never taken away: the first to be
 * registered there hears an event before everybody else, and can keep it.
 *
 * This small part is in an app's first bundle because a dialog of the host may listen on `window` too: it does so
 * when it opens, which is later. The events that such listeners act on are here; the engine adds the others.
 */
export function pageGuard(view: Window): Partial<PageGuard> {
  const page = view as Window & { [GUARD]: Partial<PageGuard> | undefined };
  return (page[GUARD] ??= listen(view, {}, FIRST_EVENTS));
}

export function listen(
  view: Window,
  guard: Partial<PageGuard>,
  types: readonly string[],
): Partial<PageGuard> {
  for (const type of types) view.addEventListener(type, (event) => guard.decide?.(event), true);
  return guard;
}

const FIRST_EVENTS = ['keydown', 'keyup', 'pointerdown', 'mousedown', 'click', 'focusin'];
