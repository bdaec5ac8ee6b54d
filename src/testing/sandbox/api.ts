import type { Integration } from '../../core/integrations/integration';
import { createSandboxAccounts } from './accounts';
import { SANDBOX_INTEGRATIONS } from './integrations';
import { createSandboxOrders, type SandboxFailure } from './orders';
import { readSandboxRequest } from './request';
import { answerSandboxRequest } from './routes';
import { createSandboxTokens } from './token';

/** For {@link createSandboxApi}. */
export interface SandboxApiOptions {
  /** The one key that is accepted. @default any key is */
  apiKey?: string | undefined;
  /** What every user can connect. @default Shopify, HubSpot, Slack and a few more, none of them installed */
  integrations?: readonly Integration[] | undefined;
  /** @default 3600, as Alloy's */
  tokenLifetimeSeconds?: number | undefined;
  /** How long each answer takes, in milliseconds. @default 0 */
  latencyMs?: number | undefined;
  /** Called with each request that was answered. */
  onRequest?: ((request: SandboxAnswered) => void) | undefined;
}

/** A request that the sandbox has answered. */
export interface SandboxAnswered {
  /** The HTTP method. */
  method: string;
  /** Without the version and the query. */
  path: string;
  /** The HTTP status of the answer. */
  status: number;
}

/** Alloy's API as a `fetch`, and what a test or a story may order from it. */
export type SandboxApi = typeof globalThis.fetch & SandboxApiControls;

/** What a test or a story may order from a sandbox. */
export interface SandboxApiControls {
  /** The requests that were answered so far, oldest first. One that failed as a broken network would has no answer. */
  readonly requests: readonly SandboxAnswered[];
  /**
   * Refuse the next requests: with an HTTP status, with one and Retry-After, or as a broken network would.
   * @default times 1
   */
  failNext(failure: SandboxFailure, times?: number): void;
  /** Answer the next requests after `ms`. @default times 1 */
  delayNext(ms: number, times?: number): void;
  /** From now on this is the one key that is accepted, as after Generate in Alloy's settings. */
  rotateKey(apiKey: string): void;
  /**
   * The integration and its workflows count as installed and on, or no longer; for one user or for everyone.
   * @throws Error when there is no such integration or user
   */
  setInstalled(integrationId: string, installed?: boolean, userIdOrUsername?: string): void;
}

/**
 * Alloy's HTTP API in memory, as a fetch: users, tokens, integrations, workflows, and its refusals.
 *
 * It is both halves of Alloy: what a backend calls with the API key and what a browser calls with the user's
 * token, on whatever host, in the current version of the API and in the older one with the version in the path.
 * Tokens are signed. It accepts every unsigned one too (`alg: none`), such as those of `createFakeToken`.
 *
 * @example
 * ```ts
 * const sandbox = createSandboxApi({ apiKey: 'test-key' });
 * const alloy = createAlloyClient({ apiKey: 'test-key', fetch: sandbox });
 * sandbox.failNext({ status: 429, retryAfterSeconds: 1 });
 * await alloy.users.ensure({ username: 'customer-42' });
 * ```
 */
export function createSandboxApi(options: SandboxApiOptions = {}): SandboxApi {
  const { integrations = SANDBOX_INTEGRATIONS, tokenLifetimeSeconds = 3600 } = options;
  const accounts = createSandboxAccounts(integrations);
  const tokens = createSandboxTokens(tokenLifetimeSeconds);
  const orders = createSandboxOrders(options.latencyMs ?? 0);
  const requests: SandboxAnswered[] = [];
  let { apiKey } = options;

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = await readSandboxRequest(input, init);
    const response =
      (await orders.fulfil(request.signal)) ??
      (await answerSandboxRequest(request, { accounts, tokens, apiKey }));
    const { method, path } = request;
    const answered = { method, path: `/${path.join('/')}`, status: response.status };
    requests.push(answered);
    options.onRequest?.(answered);
    return response;
  };

  const controls: SandboxApiControls = {
    requests,
    failNext: orders.failNext,
    delayNext: orders.delayNext,
    rotateKey(next) {
      apiKey = next;
    },
    setInstalled(integrationId, installed = true, userIdOrUsername) {
      if (accounts.setInstalled(integrationId, installed, userIdOrUsername)) return;
      throw new Error(
        `createSandboxApi: there is no integration ${integrationId}${userIdOrUsername === undefined ? '' : ` or no user ${userIdOrUsername}`}.`,
      );
    },
  };
  return Object.assign(fetch, controls);
}
