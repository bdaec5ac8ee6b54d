import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserCommandContext } from 'vitest/node';
import type { Integration } from '../../../src';
import type {
  createAlloyClient,
  createDisconnectHandler,
  createTokenHandler,
  toNodeHandler,
} from '../../../src/server';
import type { createSandboxApi, SandboxApi } from '../../../src/testing/sandbox/api';

interface Library {
  createSandboxApi: typeof createSandboxApi;
  createAlloyClient: typeof createAlloyClient;
  createDisconnectHandler: typeof createDisconnectHandler;
  createTokenHandler: typeof createTokenHandler;
  toNodeHandler: typeof toNodeHandler;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, PUT, POST',
};

/** One server for all tests; each test has an account of its own, with its number first in the path. */
const accounts: SandboxApi[] = [];
let library: Promise<Library> | undefined;
let origin: Promise<string> | undefined;

/** From the source. Imported by itself, it would be part of Vitest's configuration. */
async function loadLibrary(): Promise<Library> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { createSandboxApi } from './src/testing/sandbox/api';
        export { createAlloyClient, createDisconnectHandler, createTokenHandler, toNodeHandler } from './src/server';`,
      resolveDir: fileURLToPath(new URL('../../..', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as Library;
}

async function answer(request: Request): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { headers: CORS });
  const { origin: host, pathname, search } = new URL(request.url);
  const [, account, ...path] = pathname.split('/');
  if (path[0] === 'backend')
    return withCors(await answerAsBackend(request, accountAt(account ?? ''), path[1]));
  return withCors(
    await accountAt(account ?? '')(new Request(`${host}/${path.join('/')}${search}`, request)),
  );
}

function withCors({ status, body, headers }: Response): Response {
  return new Response(body, { status, headers: { ...Object.fromEntries(headers), ...CORS } });
}

/** The host app's own endpoints, for one signed-in user, in front of the account's sandbox. */
async function answerAsBackend(
  request: Request,
  sandbox: SandboxApi,
  endpoint: string | undefined,
): Promise<Response> {
  const { createAlloyClient, createDisconnectHandler, createTokenHandler } = await (library ??=
    loadLibrary());
  const options = {
    alloy: createAlloyClient({ apiKey: 'any', fetch: sandbox }),
    identify: () => ({ username: 'ada' }),
    // The page of the test is on another port.
    allowedOrigins: [request.headers.get('origin') ?? ''],
  };
  return endpoint === 'disconnect'
    ? createDisconnectHandler({ ...options, deleteCredentials: true })(request)
    : createTokenHandler(options)(request);
}

async function listen(): Promise<string> {
  const handle = (await (library ??= loadLibrary())).toNodeHandler(answer);
  const server = createServer((request, response) => void handle(request, response));
  server.unref();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Alloy's data API over real HTTP: resolves to the address that stands in for Alloy's host. */
export async function startSandbox(
  _context: BrowserCommandContext,
  integrations: readonly Integration[],
): Promise<string> {
  origin ??= listen();
  const { createSandboxApi } = await (library ??= loadLibrary());
  accounts.push(createSandboxApi({ integrations }));
  return `${await origin}/${accounts.length - 1}`;
}

/** As when the user has finished in the modal. */
export function setInstalled(
  _context: BrowserCommandContext,
  address: string,
  integrationId: string,
): void {
  accountAt(address).setInstalled(integrationId);
}

/** What the account has answered so far, as "GET /integrations 200". */
export function sandboxRequests(_context: BrowserCommandContext, address: string): string[] {
  return accountAt(address).requests.map(
    ({ method, path, status }) => `${method} ${path} ${status}`,
  );
}

export function failNext(_context: BrowserCommandContext, address: string, status: number): void {
  accountAt(address).failNext(status);
}

function accountAt(address: string): SandboxApi {
  const api = accounts[Number(address.split('/').at(-1))];
  if (!api) throw new Error(`No sandbox was started at ${address}.`);
  return api;
}
