import { AlloyApiError, codeOfStatus } from './api-error';
import type { HeldKey } from './api-key';
import { withDeadline } from '../../shared/deadline';
import { pause } from '../../shared/pause';
import { systemTimers } from '../../shared/timers';
import type { Endpoint } from './api-address';
import { redact, redactError } from './redact-key';
import { readRetryAfterMs, retryDelayMs } from './retry';

interface ApiCall {
  method: 'GET' | 'POST' | 'PUT';
  path: readonly string[];
  query?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Makes a call and returns the JSON of its answer. @throws AlloyApiError */
export type ApiCaller = (call: ApiCall) => Promise<unknown>;

export interface ApiCallerOptions {
  endpoint: Endpoint;
  key: () => Promise<HeldKey>;
  fetch: () => typeof globalThis.fetch;
  timeoutMs: number;
  retries: number;
}

const MAX_DETAIL_CHARACTERS = 200;

export function createApiCaller(options: ApiCallerOptions): ApiCaller {
  const { endpoint, key, timeoutMs, retries } = options;

  function describe({ method, path }: ApiCall): string {
    return `Alloy's API, ${method} /${path.join('/')}:`;
  }

  async function withRetries(call: ApiCall, url: string, signal: AbortSignal): Promise<unknown> {
    const startedAt = Date.now();
    for (let attempt = 0; ; attempt++) {
      try {
        return await withNewestKey(call, url, signal);
      } catch (error) {
        if (!(error instanceof AlloyApiError) || attempt >= retries) throw error;
        const delayMs = retryDelayMs(call.method, error, attempt);
        // What would come after the deadline is better said now: the caller learns when to come back.
        if (delayMs === null || Date.now() - startedAt + delayMs >= timeoutMs) throw error;
        await pause(delayMs, { signal, clock: systemTimers });
      }
    }
  }

  async function withNewestKey(call: ApiCall, url: string, signal: AbortSignal): Promise<unknown> {
    const held = await key();
    try {
      return await once(call, url, held.secret, signal);
    } catch (error) {
      if (!(error instanceof AlloyApiError) || error.status !== 401) throw error;
      const renewed = await held.renew();
      if (renewed.secret === held.secret) throw error;
      return once(call, url, renewed.secret, signal);
    }
  }

  async function once(
    call: ApiCall,
    url: string,
    secret: string,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { status, headers, text } = await exchange(call, url, secret, signal);
    const json = parse(text);
    if (status >= 200 && status < 300) {
      if (json === undefined && text) {
        throw new AlloyApiError(
          'malformed',
          `${describe(call)} expected JSON, got ${text.length} characters of something else.`,
          { status },
        );
      }
      return json;
    }
    throw new AlloyApiError(
      codeOfStatus(status),
      `${describe(call)} ${status}. ${redact(explain(status, json), secret)}`.trimEnd(),
      { status, retryAfterMs: readRetryAfterMs(headers) },
    );
  }

  async function exchange(
    call: ApiCall,
    url: string,
    secret: string,
    signal: AbortSignal,
  ): Promise<{ status: number; headers: Headers; text: string }> {
    try {
      const response = await options.fetch()(url, {
        method: call.method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${secret}`,
          ...endpoint.headers,
          ...(call.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        // The key goes to Alloy's own host and nowhere that it may point to.
        redirect: 'manual',
        // Frameworks that cache fetch must not; older Workers refuse to know the option.
        ...('cache' in Request.prototype && { cache: 'no-store' as const }),
        signal,
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const cause = redactError(error, secret);
      throw new AlloyApiError('unavailable', `${describe(call)} no answer.`, { cause });
    }
  }

  return (call) => {
    const timeout = (): AlloyApiError =>
      new AlloyApiError('timeout', `${describe(call)} no answer within ${timeoutMs} ms.`);
    return withDeadline(
      (signal) => withRetries(call, endpoint.url(call.path, call.query), signal),
      { ms: timeoutMs, signal: call.signal, clock: systemTimers, onTimeout: timeout },
    );
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What to do, or else what Alloy says. A refused key is not discussed: the answer might quote it. */
function explain(status: number, json: unknown): string {
  if (status === 401 || status === 403) {
    return 'The API key was refused: it is wrong, revoked, or of another account or region.';
  }
  const { message, error } = (json ?? {}) as { message?: unknown; error?: unknown };
  const text = [message, error].find((part) => typeof part === 'string') ?? '';
  return text.slice(0, MAX_DETAIL_CHARACTERS);
}
