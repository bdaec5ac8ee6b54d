import { AlloyApiError, type AlloyApiErrorCode } from '../client/api-error';
import { json, type Answer } from './answer';

/**
 * 502, 503 and 504 are for what can pass. What stays wrong until a developer acts, such as a revoked key or a `baseUrl` that
 * leads to a web page, is a 500, and the provider in the browser knows these by name: it does not ask again.
 */
const STATUS_OF: Record<AlloyApiErrorCode, number> = {
  unauthorized: 500,
  'not-found': 500,
  'invalid-request': 500,
  malformed: 500,
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
