/** Why a call failed; each is explained at {@link AlloyApiError}. */
export type AlloyApiErrorCode =
  | 'unauthorized'
  | 'not-found'
  | 'invalid-request'
  | 'rate-limited'
  | 'unavailable'
  | 'timeout'
  | 'malformed';

/** What an {@link AlloyApiError} knows beside its code. */
export interface AlloyApiErrorOptions {
  /** HTTP status of Alloy's answer, if there was one. */
  status?: number | null | undefined;
  /** How long Alloy asks to wait, in milliseconds. */
  retryAfterMs?: number | null | undefined;
  /** The error beneath. */
  cause?: unknown;
}

const RETRYABLE: readonly AlloyApiErrorCode[] = ['rate-limited', 'unavailable', 'timeout'];

/**
 * What a call of {@link AlloyClient} rejects with.
 *
 * Branch on `code`; `message` is for developers. No message, cause or property holds the API key or a
 * token.
 */
export class AlloyApiError extends Error {
  /** Always "AlloyApiError". */
  override readonly name = 'AlloyApiError';
  /**
   * - `unauthorized`: the API key is missing, wrong or revoked (401, 403)
   * - `not-found`: no such user or integration (404)
   * - `invalid-request`: Alloy refuses what was sent, such as a username that exists (any other 4xx)
   * - `rate-limited`: too many calls (429)
   * - `unavailable`: Alloy is down or out of reach (5xx, no answer)
   * - `timeout`: no answer within `timeoutMs`
   * - `malformed`: an answer that is not what Alloy documents
   */
  readonly code: AlloyApiErrorCode;
  /** HTTP status of Alloy's answer; null when there was none. */
  readonly status: number | null;
  /** Whether the same call may work later without a change by the developer. */
  readonly retryable: boolean;
  /** How long Alloy asked to wait (Retry-After), in milliseconds; null when it did not. */
  readonly retryAfterMs: number | null;

  constructor(code: AlloyApiErrorCode, message: string, options: AlloyApiErrorOptions = {}) {
    const { status = null, retryAfterMs = null, cause } = options;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.retryable = RETRYABLE.includes(code);
    this.retryAfterMs = retryAfterMs;
  }
}

export function codeOfStatus(status: number): AlloyApiErrorCode {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'unavailable';
  return status >= 400 ? 'invalid-request' : 'malformed';
}
