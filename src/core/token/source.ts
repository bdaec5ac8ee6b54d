import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import type { Clock, Moment } from '../clock';
import { readToken } from './read-token';
import { redactError } from '../../errors/redact';
import { readRetryAfterMs } from '../../shared/retry-after';
import type { JwtClaims } from '../../shared/jwt';
import type { GetTokenContext } from '../contract/token';
import type { TokenRequest } from './request';

export interface Token {
  jwt: string;
  claims: JwtClaims;
  /** The answer's Date header in milliseconds: what the clock of the backend said as the answer left. */
  sentAt: number | null;
  askedAt: Moment;
}

/** Asks once; ends within ten seconds, or when its signal says so. @throws AlloyError "token/..." */
export type TokenSource = (context: GetTokenContext) => Promise<Token>;

export interface TokenSourcePorts {
  request: TokenRequest;
  clock: Clock;
  /** Names the endpoint in errors. */
  where(): string;
  /** Called with each answer that held a token, for advice to the developer. */
  onResponse?(response: Response): void;
}

const REQUEST_TIMEOUT_MS = 10_000;
/** A longer Retry-After counts as this. */
const MAX_RETRY_AFTER_MS = 60_000;
/** More than any token needs; what is beyond is not read. */
const MAX_BODY_BYTES = 65_536;

export function createTokenSource(ports: TokenSourcePorts): TokenSource {
  const { request, clock, where } = ports;

  async function interpret({ askedAt, body }: ReturnType<TokenRequest>): Promise<Token> {
    const answer = await body;
    if (!isResponse(answer)) {
      return { ...readToken(answer, { where: where() }), sentAt: null, askedAt };
    }
    const { headers, status } = answer;
    if (!answer.ok) {
      void answer.body?.cancel().catch(() => undefined);
      // Status 0: a redirect or another origin's answer that tokenRequest (redirect, mode) keeps from us.
      if (!status) throw new AlloyError('token/malformed', { where: where(), got: OPAQUE });
      throw refusal(status, readRetryAfterMs(headers, clock.now().wall, MAX_RETRY_AFTER_MS));
    }
    const token = readToken(parse(await readText(answer)), { where: where(), response: answer });
    ports.onResponse?.(answer);
    return {
      ...token,
      sentAt: Date.parse(headers.get('date') ?? '') || null,
      askedAt,
    };
  }

  function refusal(status: number, retryAfter?: number): AlloyError {
    return new AlloyError(status === 401 || status === 403 ? 'token/unauthorized' : 'token/http', {
      where: where(),
      status,
      retryAfterMs: retryAfter,
    });
  }

  function explain(error: unknown): AlloyError {
    if (isAlloyError(error)) return error;
    const status = statusOf(error);
    if (status) return refusal(status);
    const cause = redactError(error);
    const got = cause instanceof Error ? ` (${cause.name}: ${cause.message})` : '';
    return new AlloyError('token/network', { where: where(), got, cause });
  }

  return ({ reason, signal }) =>
    // Not only passed on: a getToken of the host app may heed no signal.
    new Promise((resolve, reject) => {
      const abort = new AbortController();
      const giveUp = (error: Error): void => {
        reject(error);
        abort.abort();
      };
      const onAbort = (): void => giveUp(signal.reason as Error);
      const cancelTimeout = clock.after(REQUEST_TIMEOUT_MS, () => {
        giveUp(new AlloyError('token/timeout', { where: where() }));
      });
      signal.addEventListener('abort', onAbort);
      interpret(request({ reason, signal: abort.signal }))
        .then(resolve, (error: unknown) => reject(explain(error)))
        .finally(() => {
          cancelTimeout();
          signal.removeEventListener('abort', onAbort);
        });
    });
}

/** By its shape: a fetch may come from another realm or package. */
function isResponse(answer: unknown): answer is Response {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && 'headers' in answer;
}

const OPAQUE = 'something that the browser does not show (see tokenRequest.redirect and mode)';

/** The HTTP status that the errors of fetch wrappers (axios, ky, ofetch, tRPC) carry. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status, response, data } = error as {
    status?: unknown;
    response?: { status?: unknown } | null;
    data?: { httpStatus?: unknown } | null;
  };
  return [status, response?.status, data?.httpStatus].find(
    (found) => typeof found === 'number' && found >= 400,
  ) as number | undefined;
}

async function readText(response: Response): Promise<string> {
  // The answer of a fetch polyfill, or of a test under jsdom, is no stream.
  if (!response.body || typeof TextDecoder === 'undefined') return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
    if (bytes > MAX_BODY_BYTES) {
      void reader.cancel().catch(() => undefined);
      return text;
    }
  }
}

/** JSON, or else the text itself. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}
