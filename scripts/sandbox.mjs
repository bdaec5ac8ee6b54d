/**
 * `npm run sandbox`: Alloy's API over HTTP, in memory, for developing a backend in any language without an account.
 *
 *   PORT=4010 ALLOY_API_KEY=test-key npm run sandbox
 *
 * Beside Alloy's own paths it takes orders at /sandbox, each a POST with JSON:
 *
 *   /sandbox/fail       { "status": 429, "retryAfterSeconds": 2, "times": 1 }
 *   /sandbox/slow       { "ms": 3000, "times": 1 }
 *   /sandbox/rotate-key { "apiKey": "new-key" }
 *   /sandbox/install    { "integrationId": "...", "installed": true, "userId": "..." }
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { PORT = '4010', ALLOY_API_KEY, TOKEN_LIFETIME_SECONDS } = process.env;

const { createSandboxApi, toNodeHandler } = await loadLibrary();
const sandbox = createSandboxApi({
  apiKey: ALLOY_API_KEY,
  tokenLifetimeSeconds: TOKEN_LIFETIME_SECONDS ? Number(TOKEN_LIFETIME_SECONDS) : undefined,
  onRequest: ({ method, path, status }) => console.log(`${status} ${method} ${path}`),
});

const ORDERS = {
  fail: ({ status, retryAfterSeconds, times }) =>
    sandbox.failNext(
      retryAfterSeconds === undefined ? status : { status, retryAfterSeconds },
      times,
    ),
  slow: ({ ms, times }) => sandbox.delayNext(ms, times),
  'rotate-key': ({ apiKey }) => sandbox.rotateKey(apiKey),
  install: ({ integrationId, installed, userId }) =>
    sandbox.setInstalled(integrationId, installed, userId),
};

/** @param {Request} request */
async function answer(request) {
  const [, root, order] = new URL(request.url).pathname.split('/');
  if (root !== 'sandbox') return sandbox(request);
  if (request.method !== 'POST' || !Object.hasOwn(ORDERS, order)) {
    return Response.json({ message: `POST to one of: ${Object.keys(ORDERS)}` }, { status: 404 });
  }
  try {
    ORDERS[order](await request.json());
    return new Response(null, { status: 204 });
  } catch (error) {
    return Response.json({ message: String(error) }, { status: 400 });
  }
}

const server = createServer(toNodeHandler(answer));
server.listen(Number(PORT), '127.0.0.1', () => {
  const key = ALLOY_API_KEY ? 'the key in ALLOY_API_KEY' : 'any API key';
  console.log(`Alloy's API, in memory, at http://127.0.0.1:${server.address().port} for ${key}`);
});

/** From the source, so that nothing needs to be built first. */
async function loadLibrary() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { createSandboxApi } from './src/testing/sandbox/api';
        export { toNodeHandler } from './src/server';`,
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}
