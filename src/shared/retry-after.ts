/** How often a request that failed for a passing reason is made again. */
export const MAX_RETRIES = 3;

const BACKOFF_BASE_MS = 1_000;
const RETRY_AFTER_MAX_MS = 60_000;

/** What the Retry-After header asks for, in seconds or as a date; at most a minute. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  // As a date it is read against the answer's own Date, so that this computer's clock does not matter.
  const ms = Number.isNaN(seconds)
    ? Date.parse(value) - (Date.parse(headers.get('date') ?? '') || now)
    : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS);
}

/** Exponential with full jitter: a random share of 1 s, 2 s, 4 s. `retry` counts from 1. */
export function backoffMs(retry: number, random: () => number): number {
  return random() * BACKOFF_BASE_MS * 2 ** (retry - 1);
}
