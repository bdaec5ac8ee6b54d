import type { AlloyApiError } from './api-error';

const BACKOFF_BASE_MS = 250;

/** What the Retry-After header asks for, in seconds or as a date. */
export function readRetryAfterMs(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds)
    ? Date.parse(value) - (Date.parse(headers.get('date') ?? '') || Date.now())
    : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.max(ms, 0);
}

/**
 * How long to wait before the call is made again; null: not at all. A POST may have been carried out even
 * when its answer is an error, unless Alloy itself says when to come back.
 */
export function retryDelayMs(method: string, error: AlloyApiError, attempt: number): number | null {
  const isInvited = error.retryAfterMs !== null && (error.status === 429 || error.status === 503);
  if (isInvited) return error.retryAfterMs;
  if (!error.retryable || method === 'POST') return null;
  // Exponential with full jitter: a random share of 250 ms, 500 ms, 1 s.
  return Math.random() * BACKOFF_BASE_MS * 2 ** attempt;
}
