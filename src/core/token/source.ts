import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import { cleanCopy } from '../../errors/clean-copy';
import { withDeadline } from '../../shared/deadline';
import { readText } from '../../shared/read-text';
import type { JwtClaims } from '../../shared/jwt';
import type { Clock, Moment } from '../clock';
import { readToken } from './read-token';
import { refusal, refusalIn } from './refusal';
import type { TokenAnswer, TokenRequest, TokenRequestContext } from './request';

export interface Token {
  jwt: string;
  claims: JwtClaims;
  /** When the answer was sent, in milliseconds by the backend's clock: its Date, and its Age in caches. */
  sentAt: number | null;
  askedAt: Moment;
}

/** Asks once. Ends within ten seconds, or when its signal aborts. @throws AlloyError "token/..." */
export type TokenSource = (context: TokenRequestContext) => Promise<Token>;

export interface TokenSourcePorts {
  request: TokenRequest;
  clock: Clock;
  /** Names the endpoint in errors. */
  where(): string;
  /** Called with each answer that held a token, for advice to the developer. */
  onResponse?(response: Response): void;
}

const REQUEST_TIMEOUT_MS = 10_000;
/** More than any token needs. What is longer is not read. */
const MAX_BODY_BYTES = 65_536;

export function createTokenSource(ports: TokenSourcePorts): TokenSource {
  const { request, clock, where } = ports;

  async function interpret({ askedAt, body }: TokenAnswer): Promise<Token> {
    const answer = await body;
    if (!isResponse(answer)) {
      return { ...readToken(answer, { where: where() }), sentAt: null, askedAt };
    }
    const { headers, status } = answer;
    // Status 0: a redirect or another origin's answer that tokenRequest (redirect, mode) hides from us.
    if (!answer.ok && !status) {
      throw new AlloyError('token/malformed', { where: where(), got: OPAQUE });
    }
    const text = await readText(answer, MAX_BODY_BYTES);
    if (!answer.ok) {
      throw refusal({ where: where(), status, headers, body: text, nowMs: clock.now().wall });
    }
    if (text === null) {
      const got = `more than ${MAX_BODY_BYTES} bytes`;
      throw new AlloyError('token/malformed', { where: where(), got });
    }
    const token = readToken(parse(text), { where: where(), response: answer });
    ports.onResponse?.(answer);
    return { ...token, sentAt: readSentAt(headers), askedAt };
  }

  function explain(error: unknown): AlloyError {
    if (isAlloyError(error)) return error;
    const refused = refusalIn(error, where(), clock.now().wall);
    if (refused) return refused;
    const cause = cleanCopy(error);
    const detail = cause instanceof Error ? `It failed with ${String(cause)}` : undefined;
    return new AlloyError('token/network', { where: where(), detail, cause });
  }

  return (context) =>
    withDeadline((signal) => interpret(request({ ...context, signal })), {
      ms: REQUEST_TIMEOUT_MS,
      signal: context.signal,
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

/** A cache leaves Date as it was, and says in Age for how many seconds it has kept the answer. */
function readSentAt(headers: Pick<Headers, 'get'>): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) return null;
  const age = headers.get('age') ?? '';
  return date + (/^\d+$/.test(age) ? Number(age) * 1000 : 0);
}

/** JSON, or else the text itself. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}
