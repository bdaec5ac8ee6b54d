import { readJwt, type JwtClaims } from '../../shared/jwt';
import { memoize } from '../node/memoize';
import { createSharedCalls } from '../../shared/shared-calls';

/** A store of texts that end by themselves, such as a Keyv instance. Values are tokens: keep them like sessions. */
export interface TokenCache {
  /** What was set, or undefined. */
  get(key: string): unknown;
  /** Keeps a value for that many milliseconds. */
  set(key: string, value: string, ttlMs: number): unknown;
}

interface TokenReuseRequest {
  username: string;
  /** What gives up waiting; asked for only when Alloy has to be called. */
  signal: () => AbortSignal;
  create: (signal: AbortSignal) => Promise<string>;
  onCacheError: (error: unknown) => void;
}

/** Gives a user's token from the cache, or else from `create`. */
export type TokenReuse = (request: TokenReuseRequest) => Promise<string>;

/** A cache that takes longer than this is passed by: a Redis client without a connection queues for ever. */
const CACHE_TIMEOUT_MS = 1_000;
const CACHE_TIMEOUT_STEPS = 4;
const KEY_PREFIX = 'alloy-react:token:';
/** Hashing a name and reading a token cost more than all the rest of a warm request. */
const MAX_REMEMBERED = 10_000;

export function createTokenReuse(cache: TokenCache): TokenReuse {
  const shared = createSharedCalls<string>();
  const keyOf = memoize(hashedKey, MAX_REMEMBERED);
  const lifeOf = memoize(readLife, MAX_REMEMBERED);

  async function read(key: string): Promise<string | null> {
    const kept = await inTime(() => cache.get(key));
    if (kept === undefined || kept === null) return null;
    if (typeof kept !== 'string') throw new Error(`The token cache gave a ${typeof kept}.`);
    return reusableForMs(lifeOf(kept)) > 0 ? kept : null;
  }

  async function write(key: string, token: string): Promise<void> {
    const ttlMs = Math.floor(reusableForMs(lifeOf(token)));
    if (ttlMs > 0) await inTime(() => cache.set(key, token, ttlMs));
  }

  return async ({ username, signal, create, onCacheError }) => {
    const key = await keyOf(username);
    let isAnswering = true;
    try {
      const kept = await read(key);
      if (kept !== null) return kept;
    } catch (error) {
      isAnswering = !(error instanceof CacheTimeout);
      onCacheError(error);
    }
    return shared(key, signal(), async (untilAllLeft) => {
      const token = await create(untilAllLeft);
      if (isAnswering) await write(key, token).catch(onCacheError);
      return token;
    });
  };
}

class CacheTimeout extends Error {
  override readonly name = 'CacheTimeout';
}

async function inTime(ask: () => unknown): Promise<unknown> {
  const answer = ask();
  if (!(answer instanceof Promise)) return answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    const error = new CacheTimeout(`The token cache gave no answer within ${CACHE_TIMEOUT_MS} ms.`);
    let stepsLeft = CACHE_TIMEOUT_STEPS;
    // In steps, between which an answer that is here gets read: a process that was too busy for it is not to
    // hold that against the cache, and ask Alloy on top.
    const step = (): void => {
      if (stepsLeft-- === 0) reject(error);
      else timer = setTimeout(step, CACHE_TIMEOUT_MS / CACHE_TIMEOUT_STEPS);
    };
    step();
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

interface Life {
  halfMs: number;
  /** Milliseconds since the epoch. */
  endsAt: number;
}

function readLife(token: string): Life {
  const { issuedAt, expiresAt } = claimsOf(token);
  if (issuedAt === null || expiresAt === null) return { halfMs: 0, endsAt: 0 };
  return { halfMs: (expiresAt - issuedAt) / 2, endsAt: expiresAt };
}

function claimsOf(token: string): JwtClaims {
  try {
    return readJwt(token);
  } catch {
    // Without a cause: the parser's error quotes the text.
    throw new Error('The token cache holds a text that is no JWT.');
  }
}

/** While half of its life is left; never for longer than half a life, however wrong this clock is. */
function reusableForMs({ halfMs, endsAt }: Life): number {
  return Math.min(endsAt - halfMs - Date.now(), halfMs);
}

/** Whoever can read the cache's keys learns no username from them. */
async function hashedKey(username: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(username));
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'));
  return KEY_PREFIX + hex.join('');
}
