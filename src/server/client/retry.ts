import { retryDelayMs } from '../../shared/retry-delay';
import type { AlloyApiError } from './api-error';

const BACKOFF_BASE_MS = 250;

/**
 * How long to wait before the call is made again, in milliseconds; null: not at all. A POST may have been carried out
 * even when its answer is an error, unless Alloy itself says when to come back.
 *
 * @param attempt counts from 1
 */
export function apiRetryDelayMs(
  method: string,
  error: AlloyApiError,
  attempt: number,
): number | null {
  const { retryAfterMs } = error;
  const isInvited = retryAfterMs !== null && (error.status === 429 || error.status === 503);
  if (!isInvited && (!error.retryable || method === 'POST')) return null;
  return retryDelayMs({
    attempt,
    baseMs: BACKOFF_BASE_MS,
    retryAfterMs: isInvited ? retryAfterMs : null,
    random: Math.random,
  });
}
