import type { AlloyErrorCode } from './codes';
import { explain, type AlloyErrorFacts } from './messages';

export interface AlloyErrorOptions extends AlloyErrorFacts {
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

const MARK = Symbol.for('alloy-react.error');

/** HTTP statuses after which the same request may work later: 408, 429 and 5xx. */
function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * What every promise, state and callback of this package reports.
 *
 * Branch on `code`; `message` is for developers, and a production build shortens it to the code and a
 * link. No message, cause or property holds a token or an API key.
 */
export class AlloyError extends Error {
  override readonly name: string = 'AlloyError';
  readonly code: AlloyErrorCode;
  /** Whether the same call may work later without a change by the developer. */
  readonly retryable: boolean;
  /** HTTP status, where there was one. */
  declare readonly status?: number;
  /** How long the answer asked to wait (Retry-After), in milliseconds, where it did. */
  declare readonly retryAfterMs?: number;
  declare readonly cause?: unknown;

  constructor(code: AlloyErrorCode, options: AlloyErrorOptions = {}) {
    const { status, retryAfterMs, cause } = options;
    super(explain(code, options), cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryable =
      status === undefined
        ? /network$|timeout$|load-failed$|^modal/.test(code)
        : isRetryableStatus(status);
    if (status !== undefined) this.status = status;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
    Object.defineProperty(this, MARK, { value: true });
  }
}

/**
 * Whether a value is an {@link AlloyError}.
 *
 * Goes by the error's mark, not by `instanceof`, and so works across two copies of the package.
 *
 * @example
 * ```ts
 * if (isAlloyError(error) && error.code === 'token/unauthorized') location.assign('/login');
 * ```
 */
export function isAlloyError(value: unknown): value is AlloyError {
  return typeof value === 'object' && value !== null && MARK in value;
}

/** The error as it is, when it is one of ours; else wrapped in `code`. */
export function toAlloyError(
  value: unknown,
  code: AlloyErrorCode,
  facts?: AlloyErrorFacts,
): AlloyError {
  return isAlloyError(value) ? value : new AlloyError(code, { ...facts, cause: value });
}
