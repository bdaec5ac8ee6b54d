import { build } from 'esbuild';
import { createContext, Script } from 'node:vm';
import { expect, it } from 'vitest';

const WEB_GLOBALS = [
  'AbortController',
  'AbortSignal',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
  'clearTimeout',
  'console',
  'crypto',
  'setTimeout',
] as const;

const APP = `
  import { createAlloyClient, createTokenHandler } from './src/server';
  import { createSandboxApi } from './src/testing/sandbox/api';
  const store = new Map();
  export const handler = createTokenHandler({
    alloy: createAlloyClient({ apiKey: 'key', fetch: createSandboxApi({ apiKey: 'key' }) }),
    identify: (request) => request.headers.has('cookie') ? { username: 'ada' } : null,
    cache: { get: (key) => store.get(key), set: (key, value) => store.set(key, value) },
  });
`;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: APP, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'app',
    // Without Node's built-ins: an import of one fails the build.
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return outputFiles[0]?.text ?? '';
}

it('needs nothing but what the Web has: no Node, no eval', async () => {
  const code = await bundle();
  expect(code).not.toMatch(/\bnode:|\brequire\(/);
  const globals = Object.fromEntries(WEB_GLOBALS.map((name) => [name, globalThis[name]]));
  // As in Workers, which make no code from strings.
  const isolate = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  new Script(code).runInContext(isolate);
  const { handler } = globals.app as unknown as {
    handler: (request: Request) => Promise<Response>;
  };

  const ask = (headers: Record<string, string>): Promise<Response> =>
    handler(new Request('https://app.example.com/token', { headers }));
  const first = await ask({ cookie: 'session' });
  expect(first.status).toBe(200);
  const { token } = (await first.json()) as { token: string };
  expect(token).toMatch(/^ey/);
  expect(await (await ask({ cookie: 'session' })).json()).toEqual({ token });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});
