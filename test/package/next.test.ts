import type { ChildProcess } from 'node:child_process';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toNodeHandler } from '../../src/server';
import { createSandboxApi } from '../../src/testing';
import { buildNext, startNext } from './support/next';

const APP = 'test/apps/next';
const BUILD_TIMEOUT_MS = 240_000;

/** A Next app that consumes `dist` by the package's own name, as it was built. */
describe('a Next app', () => {
  const calls: string[] = [];
  const sandbox = createSandboxApi({
    apiKey: 'next-key',
    onRequest: ({ method, path }) => calls.push(`${method} ${path}`),
  });
  const handleAlloy = toNodeHandler(sandbox);
  const alloy = createServer((req, res) => void handleAlloy(req, res));
  let next: ChildProcess | undefined;
  let origin: string;

  beforeAll(async () => {
    buildNext(APP);
    await new Promise<void>((resolve) => alloy.listen(0, '127.0.0.1', resolve));
    const { port } = alloy.address() as AddressInfo;
    ({ child: next, origin } = await startNext(APP, {
      ALLOY_API_KEY: 'next-key',
      ALLOY_BASE_URL: `http://127.0.0.1:${port}`,
    }));
  }, BUILD_TIMEOUT_MS);

  afterAll(() => {
    next?.kill();
    alloy.closeAllConnections();
    alloy.close();
  });

  test('answers its token route from Alloy, for the user of the cookie', async () => {
    const response = await fetch(`${origin}/api/alloy/token`, {
      headers: { cookie: 'session=ada@example.com' },
    });
    expect(await response.text()).toMatch(/^{"token":"ey[^"]+"}$/);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(calls).toContain('GET /users/ada@example.com/token');
  });

  test('asks Alloy anew each time: no cache of the framework keeps a token', async () => {
    const ask = (): Promise<Response> =>
      fetch(`${origin}/api/alloy/token`, { method: 'POST', headers: { cookie: 'session=bob' } });
    await ask();
    calls.length = 0;
    expect((await ask()).status).toBe(200);
    expect(calls).toEqual(['GET /users/bob/token']);
  });

  test('refuses who is not signed in, and other sites', async () => {
    expect((await fetch(`${origin}/api/alloy/token`)).status).toBe(401);
    const foreign = await fetch(`${origin}/api/alloy/token`, {
      headers: { cookie: 'session=ada', origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });

  test('behind plain http on a name of the intranet knows its own pages by the Host header', async () => {
    const { port } = new URL(origin);
    // Only browsers on HTTPS and localhost send Sec-Fetch-Site.
    function askFrom(page: string): Promise<number | undefined> {
      const headers = { host: `intranet:${port}`, origin: page, cookie: 'session=ada' };
      return new Promise((resolve, reject) => {
        send(`${origin}/api/alloy/token`, { method: 'POST', headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
    }
    expect(await askFrom(`http://intranet:${port}`)).toBe(200);
    expect(await askFrom(`http://other:${port}`)).toBe(403);
  });

  test('renders the provider and a button on the server', async () => {
    const html = await (await fetch(origin)).text();
    expect(html).toContain('guard is right');
    expect(html).toMatch(/<button[^>]+type="button"[^>]*>/);
    expect(html).not.toContain('next-key');
  });
});
