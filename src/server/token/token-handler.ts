import { readJwt } from '../../shared/jwt';
import { TOKEN_REASON_HEADER } from '../../shared/token-reason';
import { accountOf, type AccountOf } from '../client/account';
import { AlloyApiError } from '../client/api-error';
import type { AlloyClient, AlloyUserInput } from '../client/contract';
import { json } from '../endpoint/answer';
import { createEndpoint, type Visit } from '../endpoint/endpoint';
import type { Identify } from '../endpoint/identify';
import { createAlloyClock } from './alloy-clock';
import { createCacheKeys } from './cache-key';
import { createRefreshLimit } from './refresh-limit';
import type { TokenCache } from './token-cache';
import { createTokenReuse } from './token-reuse';

/** For {@link createTokenHandler}. */
export interface TokenHandlerOptions {
  /** From {@link createAlloyClient}. */
  alloy: AlloyClient;
  /**
   * The signed-in user of the host app, from its own session; null when there is none. Never from the URL or
   * the body: whoever asks could name anyone there. It has 5 seconds.
   */
  identify: Identify;
  /** Create the Alloy user at the first token. @default true */
  createUsers?: boolean | undefined;
  /** Origins allowed to ask cross-origin (CORS), cookies included. @default none */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Reuse a user's token while at least half of its life is left. Any store with get/set(key, value, ttlMs),
   * such as a Keyv instance: with Redis behind it, all instances of the backend share it. Concurrent misses
   * for one user are one call to Alloy. A cache that gives no answer within a second is left alone for some
   * seconds. @default none
   */
  cache?: TokenCache | undefined;
  /**
   * What keeps the tokens of this account apart from those of other accounts in the same cache. With a name of your own
   * the cache stays warm when the API key is rotated.
   * @default a digest of the host and of the API key
   */
  cacheNamespace?: string | undefined;
  /**
   * Told of what goes wrong: `identify`, Alloy, the cache. Not of refusals (401, 403, 405). It may be async, and may fail.
   * @default console.error
   */
  onError?: ((error: unknown, request: Request) => unknown) | undefined;
}

/** The browser's reasons for which a token of the cache will not do. */
const REASONS_TO_REFRESH = ['rejected', 'manual'];

/**
 * The token endpoint, as a Web-standard handler: Next.js route handlers, Hono, Remix, Bun, Deno, Workers;
 * with {@link toNodeHandler} also node:http, Express, Fastify, Connect.
 *
 * It answers 200 `{"token": "..."}` within 8 seconds, or `{"error": "<code>"}` with
 * - 401 `unauthenticated` when `identify` gives null
 * - 403 `cross-site` for a page of another origin that is not in `allowedOrigins`
 * - 405 `method-not-allowed` for all but GET, POST, HEAD and OPTIONS
 * - 500 `internal-error` when `identify` throws, and 504 when it does not answer
 * - 500 `alloy-unauthorized`, `alloy-not-found`, `alloy-invalid-request` or `alloy-malformed` when a developer has to act
 * - 502 `alloy-failed`, 503 `alloy-rate-limited` or `alloy-unavailable`, 504 `alloy-timeout` when it can pass, with
 *   Retry-After where known
 *
 * Its `Date` is Alloy's time, from which the browser counts the token's life.
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
  const clock = createAlloyClock();
  const cacheKeyOf = createCacheKeys();
  const mayRefresh = createRefreshLimit();
  const reuse = cache && createTokenReuse(cache, clock);
  const namespace = cache ? namespaceOf(options) : undefined;

  async function ask(userIdOrUsername: string, signal: AbortSignal): Promise<string> {
    const { token, sentAt } = await alloy.users.createToken(userIdOrUsername, { signal });
    clock.learn(sentAt);
    return token;
  }

  async function create(user: AlloyUserInput, signal: AbortSignal): Promise<string> {
    try {
      return own(await ask(user.username, signal), user);
    } catch (error) {
      const isNew = error instanceof AlloyApiError && error.code === 'not-found';
      if (!isNew || !createUsers) throw error;
      const { userId } = await alloy.users.ensure(user, { signal });
      return ask(userId, signal);
    }
  }

  function tokenFor(visit: Visit): Promise<string> {
    const { user, request, inTime } = visit;
    if (!reuse || !namespace) return inTime((signal) => create(user, signal));
    const reason = request.headers.get(TOKEN_REASON_HEADER) ?? '';
    return reuse({
      visit,
      key: async () => cacheKeyOf(await namespace(), user.username),
      isRefresh: REASONS_TO_REFRESH.includes(reason) && mayRefresh(user.username),
      create: (signal) => create(user, signal),
    });
  }

  return createEndpoint({
    name: 'createTokenHandler',
    methods: ['GET', 'POST', 'HEAD', 'OPTIONS'],
    identify: options.identify,
    allowedOrigins: options.allowedOrigins,
    onError: options.onError,
    async answer(visit) {
      const token = await tokenFor(visit);
      return json(200, { token }, { date: new Date(clock.now()).toUTCString() });
    },
  });
}

function namespaceOf({ alloy, cacheNamespace }: TokenHandlerOptions): AccountOf {
  if (cacheNamespace !== undefined) return () => Promise.resolve(cacheNamespace);
  const account = accountOf(alloy);
  if (account) return account;
  throw new Error(
    'createTokenHandler: this `alloy` is not a client of createAlloyClient, so that its account is not known. Pass `cacheNamespace`, a name for the account, or two accounts could share one token in the cache.',
  );
}

/** Alloy takes ids as well as usernames: a user who is named like another one's id would get that one's token. */
function own(token: string, { username }: AlloyUserInput): string {
  if (readJwt(token).subject !== username) return token;
  throw new AlloyApiError(
    'invalid-request',
    'createTokenHandler: the username is the Alloy userId of a user. A username must be your own id of the user, and not chosen by the user.',
  );
}
