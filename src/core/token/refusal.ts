import { AlloyError } from '../../errors/alloy-error';
import { readRetryAfterMs } from '../../shared/retry-after';

/** A longer Retry-After counts as this. */
const MAX_RETRY_AFTER_MS = 60_000;

/**
 * What the handlers of alloy-react/server answer when Alloy refused them for good, and what that means. No retry helps,
 * whatever the status of the answer.
 */
const LASTING: Record<string, string> = {
  'alloy-unauthorized': 'Alloy refused the API key of the backend',
  'alloy-invalid-request': 'Alloy refused the request of the backend, such as its username',
  'alloy-not-found': 'Alloy does not know the user, and the backend creates none',
  'alloy-malformed': 'Alloy answered the backend with something unexpected',
};

interface Refused {
  /** The endpoint that answered. */
  of?: 'token' | 'disconnect';
  where: string;
  status: number;
  headers?: Pick<Headers, 'get'> | undefined;
  /** The text of the answer. */
  body?: string | null;
  nowMs: number;
}

/** The error for an answer that refuses. It holds nothing of the answer but what is known here. */
export function refusal(refused: Refused): AlloyError {
  const { of = 'token', where, status, headers, body, nowMs } = refused;
  const detail = LASTING[errorIn(body)];
  return new AlloyError(`${of}/${status === 401 || status === 403 ? 'unauthorized' : 'http'}`, {
    where,
    status,
    detail,
    retryAfterMs: headers && readRetryAfterMs(headers, nowMs, MAX_RETRY_AFTER_MS),
    ...(detail && { retryable: false }),
  });
}

/** The refusal in an error that `getToken` threw, as axios, ky, ofetch and tRPC make them. null: it holds no status. */
export function refusalIn(error: unknown, where: string, nowMs: number): AlloyError | null {
  const response = read(error, 'response');
  const statuses = [
    read(error, 'status'),
    read(error, 'statusCode'),
    read(response, 'status'),
    read(read(error, 'data'), 'httpStatus'),
  ];
  const status = statuses.find((found) => typeof found === 'number' && found >= 400);
  if (typeof status !== 'number') return null;
  const held = read(response, 'headers') ?? read(error, 'headers');
  return refusal({ where, status, headers: { get: (name) => header(held, name) }, nowMs });
}

/** Headers as an object with `get`, or as a plain one with names in lower case. */
function header(headers: unknown, name: string): string | null {
  const get = read(headers, 'get');
  let value: unknown;
  try {
    value = typeof get === 'function' ? get.call(headers, name) : read(headers, name);
  } catch {
    return null;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function errorIn(body: string | null | undefined): string {
  try {
    return String(read(JSON.parse(body ?? ''), 'error'));
  } catch {
    return '';
  }
}

/** A property of anything. It may not be there, and a getter may throw. */
function read(from: unknown, property: string): unknown {
  try {
    return (from as Record<string, unknown> | null | undefined)?.[property];
  } catch {
    return undefined;
  }
}
