import { isEcho, pressPoint, type PressPoint } from './echo';
import { isElement } from './is-element';
import { kindOf, MORE_EVENTS } from './guarded-events';
import { listen, pageGuard, type GuardedModal, type PageGuard } from './page-guard';
import { recordPress } from './press-trail';

/** Whose a press or a key is: a modal's, the host's, or nobody's (the second half of a double click). */
type Owner = GuardedModal | 'host' | 'nobody';

/** A mouse event that belongs to a touch or a pointer event follows it within this time. */
const SAME_PRESS_MS = 1000;

/** Puts the guard of a window on duty; once a window, however many copies of the package there are. */
export function guardPage(view: Window): PageGuard {
  const registered = pageGuard(view);
  if (isOnDuty(registered)) return registered;
  const guard: PageGuard = Object.assign(registered, { modals: [], closedAt: -Infinity });
  guard.decide = createDecision(guard, view);
  listen(view, guard, MORE_EVENTS);
  return guard;
}

function isOnDuty(guard: Partial<PageGuard>): guard is PageGuard {
  return guard.decide !== undefined;
}

/**
 * Gives each event of the page to the modal that it is meant for, and keeps it from everybody else; the host hears
 * all others.
 *
 * The host may have dialogs of its own open: they close at a press outside of them, at Escape, or when the focus or
 * the pointer leaves them, or they pull the focus back, or keep the wheel from scrolling anything else.
 *
 * The halves of one gesture stay together: who had the press gets the release, who had the key's way down gets its way up.
 */
function createDecision(guard: PageGuard, view: Window): (event: Event) => void {
  const keys = new Map<string, Owner>();
  let press: { owner: Owner; point: PressPoint | null } | null = null;
  /** Where and when a click closed a modal. */
  let closing: { point: PressPoint; time: number } | null = null;

  function modalAt(path: EventTarget[]): GuardedModal | undefined {
    return [...guard.modals].reverse().find(({ dialog }) => path.includes(dialog));
  }

  function ownerOfPress(event: Event, modal: GuardedModal | undefined): Owner {
    if (modal) return modal.isEcho(event) ? 'nobody' : modal;
    return closing && isEcho(closing.point, closing.time, event) ? 'nobody' : 'host';
  }

  function onPress(event: Event, modal: GuardedModal | undefined): Owner {
    const point = pressPoint(event);
    const isFollower =
      event.type !== 'pointerdown' &&
      point &&
      press?.point &&
      point.time - press.point.time < SAME_PRESS_MS &&
      Math.hypot(point.x - press.point.x, point.y - press.point.y) < 1;
    if (!isFollower || !press) press = { owner: ownerOfPress(event, modal), point };
    // The pointer event does not count the clicks, the mouse event behind it does.
    else if (ownerOfPress(event, modal) === 'nobody') press.owner = 'nobody';
    return press.owner;
  }

  function onClick(event: Event, path: EventTarget[], modal: GuardedModal | undefined): Owner {
    // A click of a key, of assistive technology or of a script comes without a press.
    if (!pressPoint(event)) return modal ?? 'host';
    if (press?.owner === 'nobody') return 'nobody';
    if (modal) return modal;
    // The press was on one side of the modal's edge, the release on the other.
    const top = guard.modals.at(-1);
    return top && event.isTrusted && isElement(path[0]) && path[0].contains(top.dialog)
      ? 'nobody'
      : 'host';
  }

  function onKey(
    event: KeyboardEvent,
    path: EventTarget[],
    modal: GuardedModal | undefined,
  ): Owner {
    const key = event.code || event.key;
    const [target] = path;
    if (event.type === 'keydown' && !event.repeat) {
      // A key pressed while nothing has the focus is meant for the modal on top.
      const isUnfocused = target === view.document.body || target === view.document.documentElement;
      const owner = modal ?? (isUnfocused ? guard.modals.at(-1) : undefined) ?? 'host';
      keys.set(key, owner);
      return owner;
    }
    const owner = keys.get(key);
    if (event.type === 'keyup') {
      keys.delete(key);
      // A key that went down in Alloy's page, such as an Escape there, may come up after the modal is gone.
      const isOfModal = modal ?? event.timeStamp - guard.closedAt < SAME_PRESS_MS;
      return owner ?? (isOfModal ? 'nobody' : 'host');
    }
    // Held down since before the modal came.
    return modal && owner !== modal ? 'nobody' : (owner ?? 'host');
  }

  function ownerOf(event: Event, path: EventTarget[]): Owner {
    const modal = modalAt(path);
    // A host that closes when it loses the focus would close under the modal.
    if (isOfPage(event, view)) return 'nobody';
    switch (kindOf(event)) {
      case 'press':
        return onPress(event, modal);
      case 'release':
        return press?.owner ?? modal ?? 'host';
      case 'click':
        return onClick(event, path, modal);
      case 'key':
        return onKey(event as KeyboardEvent, path, modal);
      case 'leaving':
        return modal ?? (isLeavingTo(guard, event) ? 'nobody' : 'host');
      case 'other':
        return modal ?? 'host';
    }
  }

  return (event) => {
    const kind = kindOf(event);
    const isAtRest = guard.modals.length === 0;
    if (isAtRest && (kind === 'leaving' || kind === 'other')) return;
    const path = event.composedPath();
    const owner = ownerOf(event, path);
    const [target] = path;
    if (owner === 'host') {
      if (isElement(target) && (kind === 'press' || kind === 'click' || kind === 'key'))
        recordPress(target);
      return;
    }
    event.stopImmediatePropagation();
    if (owner === 'nobody' || !guard.modals.includes(owner)) {
      // Nor does the browser act on it: no button is pressed again, no link is followed, no focus moves.
      if (kind === 'click' || kind === 'key' || event.type === 'mousedown') event.preventDefault();
      return;
    }
    if (isElement(target)) owner.onEvent(event, target);
    const point = pressPoint(event);
    if (kind === 'click' && point && !guard.modals.includes(owner)) {
      closing = { point, time: event.timeStamp };
    }
  };
}

/** Whether the focus or the pointer goes from the host into a modal. */
function isLeavingTo(guard: PageGuard, event: Event): boolean {
  const { relatedTarget: to } = event as FocusEvent;
  return isElement(to) && guard.modals.some(({ dialog }) => dialog.contains(to));
}

/**
 * Whether the page itself, and no element of it, wins or loses the focus: to the modal's frame, to a window that Alloy's
 * page opens to sign in, or to another program. Firefox does not tell which, and tells the document too.
 */
function isOfPage({ type, target }: Event, view: Window): boolean {
  return target === view
    ? type === 'blur'
    : target === view.document && /^(focus|blur)$/.test(type);
}
