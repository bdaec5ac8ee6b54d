const A_DAY_MS = 86_400_000;

/**
 * How long the Retry-After header asks to wait, in milliseconds. undefined: it is missing or makes no sense.
 *
 * @param nowMs by this computer's clock; used for a date when the answer has no Date of its own
 * @param maxMs a longer wait is cut to this
 */
export function readRetryAfterMs(
  headers: Pick<Headers, 'get'>,
  nowMs: number,
  maxMs = A_DAY_MS,
): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, maxMs);
  // "-5" would be a date too. HTTP's dates have letters.
  if (!/[a-z]/i.test(value)) return undefined;
  // A date is read against the answer's own Date, so that a wrong clock on either side does not matter.
  const sentAtMs = Date.parse(headers.get('date') ?? '') || nowMs;
  const ms = Date.parse(value) - sentAtMs;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), maxMs);
}
