/** As long as the second click of a double click may take. */
const ECHO_MS = 500;
/** A hand that clicks twice hardly moves; where the system itself counts two clicks, it may have moved more. */
const SLOP_PX = { mouse: 3, counted: 16, touch: 30 };

export interface PressPoint {
  x: number;
  y: number;
  /** Of `performance.now()`. */
  time: number;
}

/** Where a mouse, pen or finger is pressed or clicks; null for an event that has no place, such as a key's click. */
export function pressPoint(event: Event | undefined): PressPoint | null {
  const { clientX: x, clientY: y, timeStamp: time } = (event ?? {}) as Partial<MouseEvent>;
  const isPlaced = x !== undefined && y !== undefined && time !== undefined && (x !== 0 || y !== 0);
  return isPlaced ? { x, y, time } : null;
}

/**
 * Whether a press is the second half of a double click or double tap: soon after the first, at the same place.
 * What was there for the first half may have gone, or something else may have come.
 *
 * @param since when what was pressed came or went
 */
export function isEcho(first: PressPoint | null, since: number, event: Event): boolean {
  const second = pressPoint(event);
  if (!first || !second) return false;
  return (
    second.time - Math.max(first.time, since) < ECHO_MS &&
    Math.hypot(second.x - first.x, second.y - first.y) <= slopOf(event)
  );
}

function slopOf({ pointerType, detail = 0 }: Partial<PointerEvent>): number {
  if (pointerType === 'touch') return SLOP_PX.touch;
  return detail > 1 ? SLOP_PX.counted : SLOP_PX.mouse;
}
