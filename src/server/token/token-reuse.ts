import { readJwt, type JwtClaims } from '../../shared/jwt';
import { createSharedCalls } from '../../shared/shared-calls';
import type { Visit } from '../endpoint/endpoint';
import type { AlloyClock } from './alloy-clock';
import { BoundedMap } from './bounded-map';
import { createCacheGuard } from './cache-guard';
import type { TokenCache } from './token-cache';

interface TokenReuseRequest {
  /** What the token is kept under. */
  key: () => Promise<string>;
  visit: Visit;
  /** Make a new token, whatever the cache holds. */
  isRefresh: boolean;
  create: (signal: AbortSignal) => Promise<string>;
}

/** Gives a user's token from the cache, or else from `create`. */
export type TokenReuse = (request: TokenReuseRequest) => Promise<string>;

/** A token from further ahead than this was not dated by the clock that reads it. */
const MAX_AHEAD_MS = 60_000;

export function createTokenReuse(hostCache: TokenCache, clock: AlloyClock): TokenReuse {
  const cache = createCacheGuard(hostCache);
  const share = createSharedCalls<string>();
  /** Reading a token costs half as much as a request of node:http (measured on Node 20). */
  const known = new BoundedMap<string, JwtClaims>();

  function claimsOf(token: string): JwtClaims {
    const read = known.get(token);
    if (read) return read;
    const claims = readClaims(token);
    known.set(token, claims);
    return claims;
  }

  /** For how long the token may still be given out: while half of its life is left. Never for longer than half a life. */
  function reusableForMs({ issuedAt, expiresAt }: JwtClaims): number {
    if (issuedAt === null || expiresAt === null) return 0;
    const halfMs = (expiresAt - issuedAt) / 2;
    return Math.min(expiresAt - halfMs - clock.now(), halfMs);
  }

  async function read(key: string): Promise<string | null> {
    const answer = cache.get(key);
    const kept = answer instanceof Promise ? ((await answer) as unknown) : answer;
    if (kept === undefined || kept === null) return null;
    if (typeof kept !== 'string') throw new Error(`The token cache gave a ${typeof kept}.`);
    const claims = claimsOf(kept);
    // Then this machine's clock is behind, and would keep the token for too long. Alloy's answer sets it right.
    if ((claims.issuedAt ?? 0) - clock.now() > MAX_AHEAD_MS) return null;
    return reusableForMs(claims) > 0 ? kept : null;
  }

  async function write(key: string, token: string): Promise<void> {
    const ttlMs = Math.floor(reusableForMs(claimsOf(token)));
    if (ttlMs > 0) await cache.set(key, token, ttlMs);
  }

  return async ({ key: keyOf, visit, isRefresh, create }) => {
    let key: string;
    try {
      key = await keyOf();
    } catch {
      // The API key could not be had. Perhaps it can for the call itself, which else says why not.
      return visit.inTime(create);
    }
    try {
      const kept = isRefresh ? null : await read(key);
      if (kept !== null) return kept;
    } catch (error) {
      visit.report(error);
    }
    return visit.inTime((signal) =>
      share(key, signal, async (untilAllLeft) => {
        const token = await create(untilAllLeft);
        await write(key, token).catch(visit.report);
        return token;
      }),
    );
  };
}

function readClaims(token: string): JwtClaims {
  try {
    return readJwt(token);
  } catch {
    // Without a cause: the parser's error quotes the string.
    throw new Error('The token cache holds a string that is not a JWT.');
  }
}
