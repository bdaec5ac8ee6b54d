import { AlloyApiError, type AlloyApiErrorCode } from './api-error';
import type { AlloyClient, AlloyUserInput } from './client';
import { createOriginPolicy, type Caller } from './origin-policy';
import { createTokenReuse, type TokenCache } from './token-cache';

export interface TokenHandlerOptions {
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

const METHODS = 'GET, POST, HEAD, OPTIONS';
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

  async function answer(request: Request): Promise<Response> {
    const { method, signal } = request;
    if (!METHODS.split(', ').includes(method)) {
      return json(405, { error: 'method-not-allowed' }, { allow: METHODS });
    }
    let user: AlloyUserInput | null;
    try {
      user = checked(await options.identify(request));
    } catch (error) {
      report(error, request);
      return json(500, { error: 'internal-error' });
    }
    if (!user) return json(401, { error: 'unauthenticated' });
    const known = user;
    try {
      const create = (until: AbortSignal): Promise<string> => createToken(known, until);
      const token = await (reuse
        ? reuse(known.username, create, signal, (error) => report(error, request))
        : create(signal));
      // The browser counts the token's life from this date: it may come from the cache, half used.
      return json(200, { token }, { date: new Date().toUTCString() });
    } catch (error) {
      if (signal.aborted) return new Response(null, { status: 499 });
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

  return async (request) => {
    const caller = callerOf(request);
    let response: Response;
    if (request.method === 'OPTIONS') response = preflight(request, caller);
    else if (caller.kind === 'foreign') response = json(403, { error: 'cross-site' });
    else response = await answer(request);
    const { headers } = response;
    headers.set('cache-control', 'no-store');
    headers.set('x-content-type-options', 'nosniff');
    headers.append('vary', 'Origin');
    if (caller.kind === 'allowed') {
      headers.set('access-control-allow-origin', caller.origin);
      headers.set('access-control-allow-credentials', 'true');
      headers.set('access-control-expose-headers', 'Date, Retry-After');
    }
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
}

function preflight({ headers }: Request, caller: Caller): Response {
  if (caller.kind === 'foreign') return json(403, { error: 'cross-site' });
  if (caller.kind === 'own')
    return new Response(null, { status: 204, headers: { allow: METHODS } });
  return new Response(null, {
    status: 204,
    headers: {
      allow: METHODS,
      vary: 'Access-Control-Request-Headers',
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers':
        headers.get('access-control-request-headers') ?? 'content-type',
      'access-control-max-age': String(PREFLIGHT_MAX_AGE_SECONDS),
    },
  });
}

function checked(user: AlloyUserInput | null | undefined): AlloyUserInput | null {
  if (user === null || user === undefined) return null;
  if (typeof user.username === 'string' && user.username) return user;
  throw new Error(
    'createTokenHandler: identify must give { username }, a text that is not empty, or null when nobody is signed in.',
  );
}

function failure(error: unknown): Response {
  if (!(error instanceof AlloyApiError)) return json(502, { error: 'alloy-failed' });
  const { code, retryAfterMs } = error;
  const retryAfter = retryAfterMs === null ? null : String(Math.ceil(retryAfterMs / 1000));
  return json(
    STATUS_OF[code] ?? 502,
    { error: `alloy-${code}` },
    retryAfter === null ? {} : { 'retry-after': retryAfter },
  );
}

function json(
  status: number,
  body: { token: string } | { error: string },
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
