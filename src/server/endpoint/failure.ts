import { AlloyApiError, type AlloyApiErrorCode } from '../client/api-error';
import { json, type Answer } from './answer';

/**
 * A browser tries again after 502, 503 and 504, which are for what can pass. What stays wrong until a developer acts, such as a
 * revoked key, is a 500.
 */
const STATUS_OF: Record<AlloyApiErrorCode, number> = {
  unauthorized: 500,
  'not-found': 500,
  'invalid-request': 500,
  malformed: 502,
  'rate-limited': 503,
  unavailable: 503,
  timeout: 504,
};

/** The answer when Alloy failed: a code, and not a word of Alloy's own. */
export function failure(error: unknown): Answer {
  if (!(error instanceof AlloyApiError)) return json(502, { error: 'alloy-failed' });
  const { code, retryAfterMs } = error;
  const retryAfter =
    retryAfterMs === null ? undefined : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  return json(STATUS_OF[code], { error: `alloy-${code}` }, retryAfter);
}
