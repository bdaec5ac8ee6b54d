import { AlloyError } from '../../errors/alloy-error';
import { readJwt, type JwtClaims } from '../../shared/jwt';

/** Where an answer came from, for error messages. */
interface AnswerContext {
  where: string;
  response?: Response;
}

/**
 * Finds the JWT in an answer: `{ token }`, or the JWT itself.
 *
 * @throws AlloyError "token/malformed" or "token/not-a-jwt"; neither quotes the answer.
 */
export function readToken(
  answer: unknown,
  context: AnswerContext,
): { jwt: string; claims: JwtClaims } {
  const { where } = context;
  const jwt =
    typeof answer === 'object' && answer !== null && 'token' in answer ? answer.token : answer;
  // Only white space and markup tell a page or a sentence from a token that is none.
  if (typeof jwt !== 'string' || !jwt || /[\s<]/.test(jwt)) {
    throw new AlloyError('token/malformed', { where, got: describe(answer, context) });
  }
  try {
    return { jwt, claims: readJwt(jwt) };
  } catch {
    // Without a cause: the parser's error quotes the text, which may be a secret.
    throw new AlloyError('token/not-a-jwt', { where, got: describe(jwt, context) });
  }
}

/** Says what came without showing any of it. */
function describe(answer: unknown, { response }: AnswerContext): string {
  if (process.env.NODE_ENV === 'production') return '';
  const what = typeof answer === 'string' ? describeText(answer) : describeValue(answer);
  if (!response) return what;
  const redirect = response.redirected ? `, after a redirect to ${withoutQuery(response.url)}` : '';
  return `${what} (HTTP ${response.status}${redirect})`;
}

function describeText(text: string): string {
  if (!text) return 'nothing';
  if (text.startsWith('<')) return 'an HTML page';
  if (/^[\w-]{16,}$/.test(text)) return `what looks like an API key (${text.length} characters)`;
  return `a text of ${text.length} characters`;
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object' || value === null) return String(value);
  if ('token' in value)
    return `a token of the type ${value.token === null ? 'null' : typeof value.token}`;
  // A key can be anything, a secret too; names of fields are short.
  const keys = Object.keys(value).filter((key) => /^\w{1,24}$/.test(key));
  return `an object with the keys [${keys.slice(0, 6).join(', ')}]`;
}

/** An address without what may hold a secret. */
export function withoutQuery(address: string | URL): string {
  return String(address)
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/@]*@/, '//');
}
