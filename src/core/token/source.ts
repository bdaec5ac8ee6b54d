import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import { cleanCopy } from '../../errors/clean-copy';
import { withDeadline } from '../../shared/deadline';
import { readRetryAfterMs } from '../../shared/retry-after';
import { readText } from '../../shared/read-text';
import type { JwtClaims } from '../../shared/jwt';
import type { Clock, Moment } from '../clock';
import type { GetTokenContext } from '../contract/token';
import { readToken } from './read-token';
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
      // Status 0: a redirect or another origin's answer that tokenRequest (redirect, mode) hides from us.
      if (!status) throw new AlloyError('token/malformed', { where: where(), got: OPAQUE });
      throw refusal(status, readRetryAfterMs(headers, clock.now().wall, MAX_RETRY_AFTER_MS));
    }
    const text = await readText(answer, MAX_BODY_BYTES);
    if (text === null) {
      const got = `more than ${MAX_BODY_BYTES} bytes`;
      throw new AlloyError('token/malformed', { where: where(), got });
    }
    const token = readToken(parse(text), { where: where(), response: answer });
    ports.onResponse?.(answer);
    return {
      ...token,
      sentAt: Date.parse(headers.get('date') ?? '') || null,
      askedAt,
    };
  }

  function refusal(status: number, retryAfterMs?: number): AlloyError {
    return new AlloyError(status === 401 || status === 403 ? 'token/unauthorized' : 'token/http', {
      where: where(),
      status,
      retryAfterMs,
    });
  }

  function explain(error: unknown): AlloyError {
    if (isAlloyError(error)) return error;
    const status = statusOf(error);
    if (status) return refusal(status);
    const cause = cleanCopy(error);
    const detail = cause instanceof Error ? `It failed with ${String(cause)}` : undefined;
    return new AlloyError('token/network', { where: where(), detail, cause });
  }

  return ({ reason, signal }) =>
    withDeadline((its) => interpret(request({ reason, signal: its })), {
      ms: REQUEST_TIMEOUT_MS,
      signal,
      clock,
      onTimeout: () => new AlloyError('token/timeout', { where: where() }),
    }).catch((error: unknown) => {
      throw explain(error);
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

/** JSON, or else the text itself. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}
