import { AlloyApiError, type AlloyApiErrorCode } from '../client/api-error';
import type { AlloyClient, AlloyUserInput } from '../client/client';
import { httpDate } from '../node/http-date';
import { createOriginPolicy, type Caller } from './origin-policy';
import { createHandler, type Reply } from '../node/reply';
import { createTokenReuse, type TokenCache } from './token-cache';

/** For {@link createTokenHandler}. */
export interface TokenHandlerOptions {
  /** From {@link createAlloyClient}. */
  alloy: AlloyClient;
  /**
   * The signed-in user of the host app, from its own session; null when there is none. Never from the URL or
   * the body: whoever asks could name anyone there.
   */
  identify(request: Request): AlloyUserInput | null | Promise<AlloyUserInput | null>;
  /** Create the Alloy user at the first token. @default true */
  createUsers?: boolean | undefined;
  /** Origins allowed to ask cross-origin (CORS), cookies included. @default none */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Reuse a user's token while at least half of its life is left. Any store with get/set(key, value, ttlMs),
   * such as a Keyv instance: with Redis behind it, all instances of the backend share it. Concurrent misses
   * for one user are one call to Alloy. @default none
   */
  cache?: TokenCache | undefined;
  /** Told of everything that goes wrong: `identify`, Alloy, the cache. @default console.error */
  onError?: ((error: unknown, request: Request) => void) | undefined;
}

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS'];
const ALLOW = METHODS.join(', ');
/** Nobody reads it; nginx's number for the same. */
const CLIENT_GONE = 499;
/** A browser remembers a preflight this long. */
const PREFLIGHT_MAX_AGE_SECONDS = 600;

const STATUS_OF: Partial<Record<AlloyApiErrorCode, number>> = {
  'rate-limited': 503,
  unavailable: 503,
  timeout: 504,
};

/**
 * The token endpoint, as a Web-standard handler: Next.js route handlers, Hono, Remix, Bun, Deno, Workers;
 * with {@link toNodeHandler} also node:http, Express, Fastify, Connect.
 *
 * It answers 200 `{"token": "..."}`, or `{"error": "<code>"}` with
 * - 401 `unauthenticated` when `identify` gives null
 * - 403 `cross-site` for a page of another site that is not in `allowedOrigins`
 * - 405 `method-not-allowed` for all but GET, POST, HEAD and OPTIONS
 * - 500 `internal-error` when `identify` throws
 * - 502, 503 or 504 `alloy-<code>` when Alloy fails, with Retry-After where known
 *
 * @example
 * ```ts
 * export const GET = createTokenHandler({
 *   alloy: createAlloyClient({ apiKey: process.env.ALLOY_API_KEY ?? '' }),
 *   identify: async () => {
 *     const user = await currentUser();
 *     return user && { username: user.id, fullName: user.name };
 *   },
 * });
 * ```
 */
export function createTokenHandler(
  options: TokenHandlerOptions,
): (request: Request) => Promise<Response> {
  const { alloy, cache, createUsers = true } = options;
  const callerOf = createOriginPolicy(options.allowedOrigins ?? []);
  const reuse = cache && createTokenReuse(cache);

  async function createToken(user: AlloyUserInput, signal: AbortSignal): Promise<string> {
    try {
      return (await alloy.users.createToken(user.username, { signal })).token;
    } catch (error) {
      const isNew = error instanceof AlloyApiError && error.code === 'not-found';
      if (!isNew || !createUsers) throw error;
      const { userId } = await alloy.users.ensure(user, { signal });
      return (await alloy.users.createToken(userId, { signal })).token;
    }
  }

  async function answer(request: Request): Promise<Reply> {
    if (!METHODS.includes(request.method)) {
      return json(405, { error: 'method-not-allowed' }, { allow: ALLOW });
    }
    let user: AlloyUserInput | null;
    try {
      user = checked(await options.identify(request));
    } catch (error) {
      report(error, request);
      return json(500, { error: 'internal-error' });
    }
    if (!user) return json(401, { error: 'unauthenticated' });
    return tokenFor(user, request);
  }

  async function tokenFor(user: AlloyUserInput, request: Request): Promise<Reply> {
    const create = (signal: AbortSignal): Promise<string> => createToken(user, signal);
    try {
      const token = await (reuse
        ? reuse({
            username: user.username,
            signal: () => request.signal,
            create,
            onCacheError: (error) => report(error, request),
          })
        : create(request.signal));
      // The browser counts the token's life from this date: it may come from the cache, half used.
      return json(200, { token }, { date: httpDate() });
    } catch (error) {
      if (request.signal.aborted)
        return { status: CLIENT_GONE, headers: safeHeaders(), body: null };
      report(error, request);
      return failure(error);
    }
  }

  function report(error: unknown, request: Request): void {
    try {
      if (options.onError) options.onError(error, request);
      else console.error('alloy-react: the token endpoint failed.', error);
    } catch {
      // Whoever asks for a token is not to suffer from a broken logger.
    }
  }

  return createHandler(async (request) => {
    const caller = callerOf(request);
    let reply: Reply;
    if (caller.kind === 'foreign') reply = json(403, { error: 'cross-site' });
    else if (request.method === 'OPTIONS') reply = options204(request, caller);
    else reply = await answer(request);
    if (caller.kind === 'allowed') Object.assign(reply.headers, corsHeaders(caller.origin));
    if (request.method === 'HEAD') reply.body = null;
    return reply;
  });
}

function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Date, Retry-After',
  };
}

/** What may be asked; to an allowed site, as the answer to its preflight. */
function options204({ headers }: Request, caller: Caller): Reply {
  const preflight = {
    'access-control-allow-methods': ALLOW,
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? 'content-type',
    'access-control-max-age': String(PREFLIGHT_MAX_AGE_SECONDS),
  };
  return {
    status: 204,
    headers: { ...safeHeaders(), allow: ALLOW, ...(caller.kind === 'allowed' && preflight) },
    body: null,
  };
}

function checked(user: AlloyUserInput | null | undefined): AlloyUserInput | null {
  if (user === null || user === undefined) return null;
  if (typeof user.username === 'string' && user.username) return user;
  throw new Error(
    'createTokenHandler: identify must give { username }, a text that is not empty, or null when nobody is signed in.',
  );
}

function failure(error: unknown): Reply {
  if (!(error instanceof AlloyApiError)) return json(502, { error: 'alloy-failed' });
  const { code, retryAfterMs } = error;
  return json(
    STATUS_OF[code] ?? 502,
    { error: `alloy-${code}` },
    retryAfterMs === null ? undefined : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) },
  );
}

function json(
  status: number,
  body: { token: string } | { error: string },
  more?: Record<string, string>,
): Reply {
  const headers = safeHeaders();
  headers['content-type'] = 'application/json';
  return {
    status,
    headers: more ? Object.assign(headers, more) : headers,
    body: JSON.stringify(body),
  };
}

/** Of every answer. A literal each time: copies by spread slow down what writes the headers out. */
function safeHeaders(): Record<string, string> {
  return { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'Origin' };
}
