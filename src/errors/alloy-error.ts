import { PASSING_CODES, type AlloyErrorCode } from './codes';
import { explain, type AlloyErrorFacts } from './messages';

/** Facts that an {@link AlloyError} is made with. */
export interface AlloyErrorOptions extends AlloyErrorFacts {
  /** How long to wait before the next try, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** The error beneath. */
  cause?: unknown;
  /** Where more is known than code and status tell. */
  retryable?: boolean | undefined;
}

const MARK = Symbol.for('alloy-react.error');

/** HTTP statuses after which the same request may work later: 408, 429 and 5xx. */
function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * What every promise, state and callback of this package reports.
 *
 * Branch on `code`. `message` is for developers, and a production build shortens it to the code and a link. No message,
 * cause or property holds a token or an API key.
 */
export class AlloyError extends Error {
  /** Always "AlloyError". */
  override readonly name: string = 'AlloyError';
  /** Branch on this. Each is explained in the guide "Errors". */
  readonly code: AlloyErrorCode;
  /** Whether the same call may work later without a change by the developer. */
  readonly retryable: boolean;
  /** The HTTP status, where there was one. */
  declare readonly status?: number;
  /** How long the answer asked to wait (Retry-After). Milliseconds, at most 60,000. */
  declare readonly retryAfterMs?: number;
  /** The error beneath, as a copy: its name, message, code, stack and causes, without tokens and other properties. */
  declare readonly cause?: unknown;

  constructor(code: AlloyErrorCode, options: AlloyErrorOptions = {}) {
    const { status, retryAfterMs, cause, retryable } = options;
    super(explain(code, options), cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryable =
      retryable ?? (status === undefined ? PASSING_CODES.includes(code) : isPassingStatus(status));
    if (status !== undefined) this.status = status;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
    Object.defineProperty(this, MARK, { value: true });
  }
}

/**
 * Whether a value is an {@link AlloyError}.
 *
 * Goes by a mark on the error, not by `instanceof`, so it works across two copies of the package.
 *
 * @example
 * ```ts
 * if (isAlloyError(error) && error.code === 'token/unauthorized') location.assign('/login');
 * ```
 */
export function isAlloyError(value: unknown): value is AlloyError {
  return typeof value === 'object' && value !== null && MARK in value;
}
