import {
  createAlloyClient,
  createDisconnectHandler,
  createTokenHandler,
  type Identify,
} from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';

type Handler = (request: Request) => Promise<Response>;

/** An integration that the sandbox knows. */
export const SHOPIFY = '66326843cc9cdb107221f222';

/** Whoever has a cookie is Ada. */
const ada: Identify = ({ headers }) => (headers.has('cookie') ? { username: 'ada' } : null);

export function tokenHandler(identify: Identify = ada): Handler {
  return createTokenHandler({
    alloy: createAlloyClient({ apiKey: 'key', fetch: createSandboxApi() }),
    identify,
  });
}

/** Ada has Shopify installed until the handler takes it away. */
export async function disconnectHandler(): Promise<{
  handler: Handler;
  isInstalled: () => Promise<boolean>;
}> {
  const sandbox = createSandboxApi();
  const alloy = createAlloyClient({ apiKey: 'key', fetch: sandbox });
  await alloy.users.createMany([{ username: 'ada' }]);
  sandbox.setInstalled(SHOPIFY, true, 'ada');
  return {
    handler: createDisconnectHandler({ alloy, identify: ada }),
    async isInstalled() {
      const integration = await alloy.integrations.get('ada', SHOPIFY);
      return (integration as { installed: boolean }).installed;
    },
  };
}
