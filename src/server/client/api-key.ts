import { AlloyApiError } from './api-error';

/** The secret as it was when a call was made, and how to get a newer one. */
export interface HeldKey {
  secret: string;
  /** After a 401: the newest key, asked for once by all who were refused with this one. */
  renew(): Promise<HeldKey>;
}

/** Asks for the key at the first need, and again only after a refusal: secrets managers are slow and metered. */
export function createKeyring(
  apiKey: string | (() => string | Promise<string>),
): () => Promise<HeldKey> {
  let held: Promise<HeldKey> | null = null;

  function current(): Promise<HeldKey> {
    if (held) return held;
    const asked: Promise<HeldKey> = ask().then(
      (secret) => ({ secret, renew: () => renew(asked) }),
      (error: unknown) => {
        if (held === asked) held = null;
        throw error;
      },
    );
    held = asked;
    return asked;
  }

  function renew(refused: Promise<HeldKey>): Promise<HeldKey> {
    if (held === refused) held = null;
    return current();
  }

  async function ask(): Promise<string> {
    if (typeof apiKey === 'string') return checked(apiKey);
    let answer: unknown;
    try {
      answer = await apiKey();
    } catch (cause) {
      throw new AlloyApiError('unavailable', 'createAlloyClient: the apiKey function threw.', {
        cause,
      });
    }
    return checked(answer);
  }

  return current;
}

/** Checked here because fetch, refusing a header, would quote the key in its error. */
function checked(answer: unknown): string {
  const secret = typeof answer === 'string' ? answer.trim() : '';
  if (/^[\x21-\x7e]+$/.test(secret)) return secret;
  const got = secret ? 'a text with spaces, line breaks or letters beyond ASCII in it' : 'none';
  throw new AlloyApiError(
    'unauthorized',
    `createAlloyClient: apiKey must be the key from Alloy's settings, but got ${got}. Is the environment variable set where this runs?`,
  );
}
