import { markAccount } from './account';
import { createEndpoint } from './api-address';
import { createApiMethods } from './api-call';
import { createKeyring } from './api-key';
import type { AlloyClient, AlloyClientOptions } from './contract';
import { createCredentials } from './credentials';
import { createIntegrations } from './integrations';
import { refuseBrowsers } from './refuse-browsers';
import { createUsers } from './users';
import { createWorkflows } from './workflows';

const DEFAULT_TIMEOUT_MS = 8_000;

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
  const { apiKey, timeoutMs = DEFAULT_TIMEOUT_MS, retries = 2 } = options;
  const endpoint = createEndpoint(options);
  const keyring = createKeyring(apiKey, timeoutMs);
  const method = createApiMethods({
    endpoint,
    key: keyring,
    fetch: () => options.fetch ?? globalThis.fetch,
    timeoutMs,
    retries,
  });
  const client: AlloyClient = {
    users: createUsers(method),
    integrations: createIntegrations(method),
    workflows: createWorkflows(method),
    credentials: createCredentials(method, endpoint),
  };
  return markAccount(client, endpoint, keyring);
}
