import { cleanCopy } from '../../errors/clean-copy';
import { redact } from '../../errors/redact';
import { withDeadline } from '../../shared/deadline';
import { pause } from '../../shared/pause';
import { readRetryAfterMs } from '../../shared/retry-after';
import { systemTimers } from '../../shared/timers';
import type { Endpoint } from './api-address';
import { AlloyApiError, codeOfStatus } from './api-error';
import type { Keyring } from './api-key';
import { exchange } from './api-exchange';
import type { AlloyCallOptions } from './contract';
import { apiRetryDelayMs } from './retry';

export interface ApiCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: readonly string[];
  query?: Record<string, string>;
  body?: unknown;
}

interface ApiAnswer {
  json: unknown;
  /** By Alloy's own clock. */
  sentAt: Date | null;
}

/** Makes a call of Alloy's API. @throws AlloyApiError */
export type ApiCaller = (call: ApiCall) => Promise<ApiAnswer>;

/** Runs a method of the client: all its calls share one deadline. @throws AlloyApiError, or the signal's reason */
export type ApiMethod = <Result>(
  options: AlloyCallOptions | undefined,
  run: (call: ApiCaller) => Promise<Result>,
) => Promise<Result>;

export interface ApiOptions {
  endpoint: Endpoint;
  key: Keyring;
  fetch: () => typeof globalThis.fetch;
  timeoutMs: number;
  retries: number;
}

const MAX_DETAIL_CHARACTERS = 200;

export function createApiMethods(options: ApiOptions): ApiMethod {
  const { endpoint, key, timeoutMs, retries } = options;

  async function withRetries(
    call: ApiCall,
    signal: AbortSignal,
    endsAt: number,
  ): Promise<ApiAnswer> {
    const url = endpoint.url(call.path, call.query);
    for (let attempt = 1; ; attempt++) {
      try {
        return await withNewestKey(call, url, signal);
      } catch (error) {
        if (!(error instanceof AlloyApiError) || attempt > retries) throw error;
        const delayMs = apiRetryDelayMs(call.method, error, attempt);
        // What would come after the deadline is better said now: the caller learns when to come back.
        if (delayMs === null || Date.now() + delayMs >= endsAt) throw error;
        await pause(delayMs, { signal, clock: systemTimers });
      }
    }
  }

  async function withNewestKey(
    call: ApiCall,
    url: string,
    signal: AbortSignal,
  ): Promise<ApiAnswer> {
    const held = await key(signal);
    try {
      return await once(call, url, held.secret, signal);
    } catch (error) {
      if (!(error instanceof AlloyApiError) || error.status !== 401) throw error;
      const renewed = await held.renew(signal);
      if (renewed.secret === held.secret) throw error;
      return once(call, url, renewed.secret, signal);
    }
  }

  async function once(
    call: ApiCall,
    url: string,
    secret: string,
    signal: AbortSignal,
  ): Promise<ApiAnswer> {
    let answer;
    try {
      answer = await exchange(options.fetch(), { call, url, secret, signal, endpoint });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const cause = cleanCopy(error, secret);
      throw new AlloyApiError('unavailable', `${describe(call)} no answer.`, { cause });
    }
    const { status, headers, text } = answer;
    const json = parse(text);
    if (status >= 200 && status < 300) {
      if (json === undefined && text !== '') {
        const got =
          text === null
            ? 'more than this library reads'
            : `${text.length} characters of another kind`;
        throw new AlloyApiError('malformed', `${describe(call)} expected JSON, got ${got}.`, {
          status,
        });
      }
      return { json, sentAt: sentAtOf(headers) };
    }
    throw new AlloyApiError(
      codeOfStatus(status),
      // Redacted before it is cut: half of a key would not be found.
      `${describe(call)} ${status}. ${redact(explain(status, json), secret).slice(0, MAX_DETAIL_CHARACTERS)}`.trimEnd(),
      { status, retryAfterMs: readRetryAfterMs(headers, Date.now()) },
    );
  }

  return (callOptions, run) => {
    const endsAt = Date.now() + timeoutMs;
    let latest = "Alloy's API:";
    return withDeadline(
      (signal) =>
        run((call) => {
          latest = describe(call);
          return withRetries(call, signal, endsAt);
        }),
      {
        ms: timeoutMs,
        signal: callOptions?.signal,
        clock: systemTimers,
        onTimeout: () =>
          new AlloyApiError('timeout', `${latest} no answer within ${timeoutMs} ms.`),
      },
    );
  };
}

function describe({ method, path }: ApiCall): string {
  return `Alloy's API, ${method} /${path.join('/')}:`;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Date, plus the Age that a cache on the way adds. */
function sentAtOf(headers: Headers): Date | null {
  const dateMs = Date.parse(headers.get('date') ?? '');
  const ageMs = Number(headers.get('age') ?? 0) * 1000;
  if (Number.isNaN(dateMs)) return null;
  return new Date(dateMs + (ageMs > 0 ? ageMs : 0));
}

/** What to do, or else what Alloy says. A refused key is not discussed: the answer might quote it. */
function explain(status: number, json: unknown): string {
  if (status === 401 || status === 403) {
    return 'The API key was refused: it is wrong, revoked, or of another account or region.';
  }
  const { message, error } = (json ?? {}) as { message?: unknown; error?: unknown };
  return [message, error].find((part) => typeof part === 'string') ?? '';
}
