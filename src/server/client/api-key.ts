import { cleanCopy } from '../../errors/clean-copy';
import { withDeadline } from '../../shared/deadline';
import { createSharedCalls } from '../../shared/shared-calls';
import { systemTimers } from '../../shared/timers';
import { AlloyApiError } from './api-error';

const MAX_WAIT_MS = 5_000;

/** The secret as it was when a call was made, and how to get a newer one. */
export interface HeldKey {
  secret: string;
  /** After a 401: the newest key, asked for once by all who were refused with this one. */
  renew(signal: AbortSignal): Promise<HeldKey>;
}

/** Gives the key. Rejects when the signal aborts. @throws AlloyApiError */
export type Keyring = (signal?: AbortSignal) => Promise<HeldKey>;

/**
 * Asks for the key at the first need, and again only after a refusal: secrets managers are slow and metered. A question
 * that gets no answer is forgotten, or it would fail every later call.
 */
export function createKeyring(
  apiKey: string | (() => string | Promise<string>),
  timeoutMs: number,
): Keyring {
  const share = createSharedCalls<HeldKey>();
  const waitMs = Math.min(MAX_WAIT_MS, timeoutMs / 2);
  let held: HeldKey | null = null;

  function current(signal?: AbortSignal): Promise<HeldKey> {
    return held ? Promise.resolve(held) : share('', signal, ask);
  }

  async function ask(signal: AbortSignal): Promise<HeldKey> {
    const secret = checked(typeof apiKey === 'string' ? apiKey : await answerOf(apiKey, signal));
    const key: HeldKey = {
      secret,
      renew(renewal) {
        if (held === key) held = null;
        return current(renewal);
      },
    };
    held = key;
    return key;
  }

  async function answerOf(ask: () => unknown, signal: AbortSignal): Promise<unknown> {
    try {
      return await withDeadline(ask, {
        ms: waitMs,
        signal,
        clock: systemTimers,
        onTimeout: () => new Error(`It gave no key within ${waitMs} ms.`),
      });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw new AlloyApiError('unavailable', 'createAlloyClient: the apiKey function failed.', {
        cause: withoutSecrets(error),
      });
    }
  }

  return current;
}

/**
 * What a secrets manager's client throws may quote the key, or the token that it was asked with. Neither is known here,
 * so everything long with a digit in it goes.
 */
function withoutSecrets(error: unknown): unknown {
  const copy = cleanCopy(error);
  if (typeof copy === 'string') return mask(copy);
  for (let at: unknown = copy; at instanceof Error; at = at.cause) {
    at.name = mask(at.name);
    at.message = mask(at.message);
    // It quotes the message.
    at.stack = '';
    if ('code' in at && typeof at.code === 'string') Object.assign(at, { code: mask(at.code) });
    if (typeof at.cause === 'string') at.cause = mask(at.cause);
  }
  return copy;
}

function mask(text: string): string {
  return text.replace(/[\w+/=~-]{16,}/g, (run) => (/\d/.test(run) ? '<secret>' : run));
}

/** Checked here because fetch, refusing a header, would quote the key in its error. */
function checked(answer: unknown): string {
  const secret = typeof answer === 'string' ? answer.trim() : '';
  if (/^[\x21-\x7e]+$/.test(secret)) return secret;
  const got = secret
    ? 'a string with spaces, line breaks or letters beyond ASCII in it'
    : 'nothing';
  throw new AlloyApiError(
    'unauthorized',
    `createAlloyClient: apiKey must be the key from Alloy's settings, but got ${got}. Is the environment variable set where this runs?`,
  );
}
