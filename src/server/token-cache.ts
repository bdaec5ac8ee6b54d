import { readJwt, type JwtClaims } from '../core/jwt';
import { createSharedCalls } from './shared-calls';
import { withDeadline } from './deadline';

export interface TokenCache {
  get(key: string): unknown;
  set(key: string, value: string, ttlMs: number): unknown;
}

/** Gives a user's token from the cache, or else from `create`. */
export type TokenReuse = (
  username: string,
  create: (signal: AbortSignal) => Promise<string>,
  signal: AbortSignal,
  onCacheError: (error: unknown) => void,
) => Promise<string>;

/** A cache that takes longer than this is passed by: a Redis client without a connection queues for ever. */
const CACHE_TIMEOUT_MS = 1_000;
const KEY_PREFIX = 'alloy-react:token:';

export function createTokenReuse(cache: TokenCache): TokenReuse {
  const shared = createSharedCalls<string>();

  return async (username, create, signal, onCacheError) => {
    const key = KEY_PREFIX + (await digest(username));
    return shared(key, signal, async (untilAllLeft) => {
      let isUp = true;
      try {
        const kept = await inTime(() => cache.get(key));
        if (kept !== undefined && kept !== null && msUntilHalfLife(kept) > 0) return kept as string;
      } catch (error) {
        isUp = !(error instanceof CacheTimeout);
        onCacheError(error);
      }
      const token = await create(untilAllLeft);
      try {
        const ttlMs = Math.floor(msUntilHalfLife(token));
        if (isUp && ttlMs > 0) await inTime(() => cache.set(key, token, ttlMs));
      } catch (error) {
        onCacheError(error);
      }
      return token;
    });
  };
}

class CacheTimeout extends Error {
  override readonly name = 'CacheTimeout';
}

function inTime(task: () => unknown): Promise<unknown> {
  return withDeadline(
    () => Promise.resolve().then(task),
    CACHE_TIMEOUT_MS,
    () => new CacheTimeout(`The token cache gave no answer within ${CACHE_TIMEOUT_MS} ms.`),
  );
}

/** How long a token may still be reused; never longer than half of its life, however wrong this clock is. */
function msUntilHalfLife(token: unknown): number {
  const { issuedAt, expiresAt } = claimsOf(token);
  if (issuedAt === null || expiresAt === null) return 0;
  const half = (expiresAt - issuedAt) / 2;
  return Math.min(expiresAt - Date.now() - half, half);
}

function claimsOf(token: unknown): JwtClaims {
  try {
    if (typeof token === 'string') return readJwt(token);
  } catch {
    // The parser's error quotes the text.
  }
  throw new Error(`The token cache holds a ${typeof token} that is no JWT; it was passed by.`);
}

/** Whoever can read the cache's keys learns no username from them. */
async function digest(username: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(username));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
