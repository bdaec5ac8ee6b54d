import { AlloyError, toAlloyError } from '../errors';
import type { Moment } from './clock';
import { readJwt, type JwtClaims } from './jwt';
import { retryAfterMs } from './retry';
import type { GetTokenContext, TokenRequest } from './token-request';

export interface Token {
  jwt: string;
  claims: JwtClaims;
  /** The answer's Date header in milliseconds: what the issuer's clock said when it left the backend. */
  sentAt: number | null;
  arrivedAt: Moment;
}

/** Asks once. @throws AlloyError "token/..." */
export type TokenSource = (context: GetTokenContext) => Promise<Token>;

/** More than any token needs; what is beyond is not read. */
const MAX_BODY_CHARACTERS = 65_536;

/** `where` names the endpoint in errors that come before any answer. */
export function createTokenSource(request: TokenRequest, where: () => string): TokenSource {
  return async (context) => {
    try {
      const { body, arrivedAt } = await request(context);
      if (typeof body === 'string' || 'token' in body)
        return { ...readToken(body, where()), sentAt: null, arrivedAt };
      if (!body.ok) throw refusal(body, where());
      const sentAt = Date.parse(body.headers.get('date') ?? '') || null;
      return { ...readToken(parse(await readText(body)), where()), sentAt, arrivedAt };
    } catch (error) {
      throw toAlloyError(error, 'token/network', { where: where() });
    }
  };
}

function refusal({ status, headers }: Response, where: string): AlloyError {
  return new AlloyError(status === 401 || status === 403 ? 'token/unauthorized' : 'token/http', {
    where,
    status,
    retryAfterMs: retryAfterMs(headers),
  });
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && text.length < MAX_BODY_CHARACTERS) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
  void reader?.cancel();
  return text;
}

/** JSON, or else the text itself. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim();
  }
}

function readToken(answer: unknown, where: string): Pick<Token, 'jwt' | 'claims'> {
  const jwt =
    typeof answer === 'object' && answer !== null && 'token' in answer ? answer.token : answer;
  // Only white space and markup tell a page or a sentence from a token that is none.
  if (typeof jwt !== 'string' || !jwt || /[\s<]/.test(jwt)) {
    throw new AlloyError('token/malformed', { where, got: describe(answer) });
  }
  try {
    return { jwt, claims: readJwt(jwt) };
  } catch {
    // Without a cause: the parser's error quotes the text, which may be a secret.
    throw new AlloyError('token/not-a-jwt', { where, got: describe(jwt) });
  }
}

/** Says what came without showing any of it. */
function describe(answer: unknown): string {
  if (process.env.NODE_ENV === 'production') return '';
  if (typeof answer === 'string') {
    if (!answer) return 'nothing';
    if (answer.startsWith('<')) return 'an HTML page';
    if (/^[\w-]{16,}$/.test(answer))
      return `what looks like an API key (${answer.length} characters)`;
    return `a text of ${answer.length} characters`;
  }
  if (typeof answer !== 'object' || answer === null) return String(answer);
  return `an object with the keys [${Object.keys(answer).join(', ')}]`;
}
