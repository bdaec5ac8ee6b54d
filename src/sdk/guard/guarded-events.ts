/** What the engine adds to the events that the guard listens to from the beginning. */
export const MORE_EVENTS = [
  ...['keypress', 'pointerup', 'pointercancel', 'mouseup', 'auxclick', 'dblclick', 'contextmenu'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'wheel', 'scroll', 'scrollend'],
  ...['focusout', 'focus', 'blur'],
  // A card that is open while the pointer is over it closes when the modal covers it.
  ...['pointerover', 'pointerenter', 'pointermove', 'pointerout', 'pointerleave'],
  ...['mouseover', 'mouseenter', 'mousemove', 'mouseout', 'mouseleave'],
  // In a popover of the host they would bubble through it.
  ...['animationstart', 'animationend', 'animationcancel'],
  ...['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel'],
] as const;

const PRESSES: readonly string[] = ['pointerdown', 'mousedown', 'touchstart'];
const RELEASES: readonly string[] = [
  'pointerup',
  'pointercancel',
  'mouseup',
  'touchend',
  'touchcancel',
];
const CLICKS: readonly string[] = ['click', 'auxclick', 'dblclick', 'contextmenu'];
const KEYS: readonly string[] = ['keydown', 'keypress', 'keyup'];
const LEAVINGS: readonly string[] = [
  'focusout',
  'blur',
  'pointerout',
  'pointerleave',
  'mouseout',
  'mouseleave',
];

export type EventKind = 'press' | 'release' | 'click' | 'key' | 'leaving' | 'other';

export function kindOf({ type }: Event): EventKind {
  if (PRESSES.includes(type)) return 'press';
  if (RELEASES.includes(type)) return 'release';
  if (CLICKS.includes(type)) return 'click';
  if (KEYS.includes(type)) return 'key';
  return LEAVINGS.includes(type) ? 'leaving' : 'other';
}
