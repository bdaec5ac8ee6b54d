import { readJwt } from '../../shared/jwt';
import { createApiCaller } from './api-call';
import { AlloyApiError } from './api-error';
import { createKeyring } from './api-key';
import { createEndpoint } from './api-address';

/** For {@link createAlloyClient}. */
export interface AlloyClientOptions {
  /**
   * The secret. A function is asked again after a 401, once, so that a key rotated in a secrets manager is
   * picked up without a restart. It appears in no error, log or response.
   */
  apiKey: string | (() => string | Promise<string>);
  /** @default "us" */
  region?: 'us' | 'eu' | undefined;
  /**
   * Another host, such as `http://127.0.0.1:4010` of `npm run sandbox`, or an older version of the API with
   * the version in its path: `https://embedded.runalloy.com/2024-03`.
   * @default "https://production.runalloy.com"; in the EU "https://eu-embedded.runalloy.com"
   */
  baseUrl?: string | undefined;
  /** Sent as Alloy wants it: up to 2024 in the path, from 2025 on in a header. @default "2025-09"; in the EU "2024-03" */
  apiVersion?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** How long a call may take, its retries included, in milliseconds. @default 10_000 */
  timeoutMs?: number | undefined;
  /** Retries of GETs and PUTs, and of any call after 429/503 with Retry-After. @default 2 */
  retries?: number | undefined;
}

/** An end user of yours, as Alloy is to know them. */
export interface AlloyUserInput {
  /** Your own id of the user, unique in your Alloy account. */
  username: string;
  /** Shown in Alloy's dashboard. */
  fullName?: string | undefined;
}

/** What every method of {@link AlloyClient} takes last. */
export interface AlloyCallOptions {
  /** Gives the call up; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Alloy's API as this package needs it. Every method rejects with {@link AlloyApiError}. */
export interface AlloyClient {
  /** Alloy's users: one for each user of yours. */
  users: {
    /** @throws AlloyApiError "invalid-request" when the username exists */
    create(user: AlloyUserInput, options?: AlloyCallOptions): Promise<{ userId: string }>;
    /** null: there is no such user. */
    get(
      userIdOrUsername: string,
      options?: AlloyCallOptions,
    ): Promise<{ userId: string; username: string } | null>;
    /** get, or else create; safe when two requests race. */
    ensure(user: AlloyUserInput, options?: AlloyCallOptions): Promise<{ userId: string }>;
    /** A JWT for the user's browser. `expiresAt` is null when it never expires. */
    createToken(
      userIdOrUsername: string,
      options?: AlloyCallOptions,
    ): Promise<{ token: string; expiresAt: Date | null }>;
  };
  /** What a user can install, and has. */
  integrations: {
    /** Each as Alloy answers it. */
    list(userIdOrUsername: string, options?: AlloyCallOptions): Promise<unknown[]>;
    get(
      userIdOrUsername: string,
      integrationId: string,
      options?: AlloyCallOptions,
    ): Promise<unknown>;
  };
  /** Switches of a user's workflows. */
  workflows: {
    activate(
      userIdOrUsername: string,
      workflowId: string,
      options?: AlloyCallOptions,
    ): Promise<void>;
    deactivate(
      userIdOrUsername: string,
      workflowId: string,
      options?: AlloyCallOptions,
    ): Promise<void>;
  };
}

/**
 * A client of Alloy's API for your backend, where the API key may live.
 *
 * It touches nothing until the first call, so that it can be made while a framework builds, without a key.
 *
 * @throws Error at once in a browser: the key would be public there.
 * @example
 * ```ts
 * const alloy = createAlloyClient({ apiKey: process.env.ALLOY_API_KEY ?? '' });
 * const { userId } = await alloy.users.ensure({ username: 'customer-42' });
 * ```
 */
export function createAlloyClient(options: AlloyClientOptions): AlloyClient {
  refuseBrowsers();
  const { apiKey, timeoutMs = 10_000, retries = 2 } = options;
  const call = createApiCaller({
    endpoint: createEndpoint(options),
    key: createKeyring(apiKey),
    fetch: () => options.fetch ?? globalThis.fetch,
    timeoutMs,
    retries,
  });

  const users: AlloyClient['users'] = {
    async create({ username, fullName }, { signal } = {}) {
      const body = { username, ...(fullName !== undefined && { fullName }) };
      const answer = await call({ method: 'POST', path: ['users'], body, signal });
      return { userId: stringIn(answer, 'userId', 'POST /users') };
    },

    async get(userIdOrUsername, { signal } = {}) {
      try {
        const answer = await call({ method: 'GET', path: ['users', userIdOrUsername], signal });
        const { username } = objectIn(answer);
        return {
          userId: stringIn(answer, 'userId', 'GET /users/{userId}'),
          username: typeof username === 'string' ? username : '',
        };
      } catch (error) {
        if (error instanceof AlloyApiError && error.code === 'not-found') return null;
        throw error;
      }
    },

    async ensure(user, callOptions) {
      const existing = await users.get(user.username, callOptions);
      if (existing) return { userId: existing.userId };
      try {
        return await users.create(user, callOptions);
      } catch (error) {
        if (!(error instanceof AlloyApiError) || error.code !== 'invalid-request') throw error;
        // Perhaps the username exists by now: another request was quicker, or the answer of this one's
        // first try was lost.
        const winner = await users.get(user.username, callOptions);
        if (!winner) throw error;
        return { userId: winner.userId };
      }
    },

    async createToken(userIdOrUsername, { signal } = {}) {
      const path = ['users', userIdOrUsername, 'token'];
      const answer = await call({ method: 'GET', path, signal });
      const token =
        typeof answer === 'string'
          ? answer
          : stringIn(answer, 'token', 'GET /users/{userId}/token');
      return { token, expiresAt: expiryOf(token) };
    },
  };

  function switchWorkflow(action: 'activate' | 'deactivate'): AlloyClient['workflows']['activate'] {
    return async (userId, workflowId, { signal } = {}) => {
      const body = { userId, workflowId };
      await call({ method: 'PUT', path: ['workflows', action], body, signal });
    };
  }

  return {
    users,
    integrations: {
      async list(userId, { signal } = {}) {
        const query = { userId };
        const answer = await call({ method: 'GET', path: ['integrations'], query, signal });
        const list: unknown = Array.isArray(answer) ? answer : objectIn(answer).data;
        if (!Array.isArray(list)) throw malformed('GET /integrations', 'a list');
        return list as unknown[];
      },
      async get(userId, integrationId, { signal } = {}) {
        const path = ['integrations', integrationId];
        const answer = await call({ method: 'GET', path, query: { userId }, signal });
        return objectIn(answer).data ?? answer;
      },
    },
    workflows: { activate: switchWorkflow('activate'), deactivate: switchWorkflow('deactivate') },
  };
}

/** By what only browsers, their workers and React Native have. Deno 1 has a `window` too. */
function refuseBrowsers(): void {
  const names = ['window', 'document', 'importScripts'] as const;
  const here = globalThis as Partial<Record<(typeof names)[number] | 'Deno', unknown>>;
  if (here.Deno !== undefined || names.every((name) => here[name] === undefined)) return;
  throw new Error(
    'createAlloyClient was called in a browser, where everyone could read the API key. Call it on your server, and let the browser ask that for a token: see createTokenHandler.',
  );
}

function objectIn(answer: unknown): Record<string, unknown> {
  return typeof answer === 'object' && answer !== null ? { ...answer } : {};
}

function stringIn(answer: unknown, key: string, where: string): string {
  const value = objectIn(answer)[key] ?? objectIn(objectIn(answer).data)[key];
  if (typeof value === 'string' && value) return value;
  throw malformed(where, `an object with "${key}"`);
}

function expiryOf(token: string): Date | null {
  try {
    const { expiresAt } = readJwt(token);
    return expiresAt === null ? null : new Date(expiresAt);
  } catch {
    throw malformed('GET /users/{userId}/token', 'a JWT');
  }
}

function malformed(where: string, expected: string): AlloyApiError {
  return new AlloyApiError(
    'malformed',
    `Alloy's API, ${where}: expected ${expected} in the answer.`,
  );
}
