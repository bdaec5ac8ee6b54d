import type { Plugin, ViteDevServer } from 'vite';
import type * as AlloyServer from '../src/server';
import type * as Sandbox from '../src/testing/sandbox/api';

/**
 * The backend of the stories, in Storybook's dev server: the library's own token endpoint, before the real
 * Alloy when ALLOY_API_KEY is set, else before the sandbox, which then also answers the data API.
 */
export function alloyBackend(apiKey: string | undefined): Plugin {
  return { name: 'alloy-backend', configureServer: (server) => serve(server, apiKey) };
}

async function serve(server: ViteDevServer, apiKey: string | undefined): Promise<void> {
  // By way of Vite, which resolves the library's TypeScript: Storybook loads this file with Node alone.
  const load = <Module>(path: string): Promise<Module> =>
    server.ssrLoadModule(path) as Promise<Module>;
  const { createAlloyClient, createDisconnectHandler, createTokenHandler, toNodeHandler } =
    await load<typeof AlloyServer>('/src/server/index.ts');
  const { createSandboxApi } = await load<typeof Sandbox>('/src/testing/sandbox/api.ts');

  const sandbox = createSandboxApi();
  const alloy = createAlloyClient(
    apiKey ? { apiKey } : { apiKey: 'sandbox-needs-no-key', fetch: sandbox },
  );
  const options = { alloy, identify: () => ({ username: 'storybook' }) };
  const { middlewares } = server;
  middlewares.use('/api/alloy/token', toNodeHandler(createTokenHandler(options)));
  middlewares.use('/api/alloy/disconnect', toNodeHandler(createDisconnectHandler(options)));
  if (apiKey) return;

  async function data(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const body = method === 'GET' ? null : await request.text();
    return sandbox(`https://embedded.runalloy.com${pathname}${search}`, { method, headers, body });
  }

  function installed(request: Request): Promise<Response> {
    sandbox.setInstalled(new URL(request.url).searchParams.get('integrationId') ?? '');
    return Promise.resolve(new Response(null, { status: 204 }));
  }

  server.middlewares.use('/sandbox/installed', toNodeHandler(installed));
  server.middlewares.use('/sandbox', toNodeHandler(data));
}
