import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { toNodeHandler } from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';
import { serve } from '../../server/support/serve';
import { installApp, type InstalledApp } from '../support/install-app';

const SHOPIFY = '66326843cc9cdb107221f222';
const DENO = ['run', '--allow-net', '--allow-env', '--allow-read', '--allow-sys'];

/** What starts the backend on each runtime. */
const RUNTIMES: Record<string, (app: InstalledApp) => [command: string, ...args: string[]]> = {
  Bun: () => ['bun', 'bun.js'],
  'Express on Bun': () => ['bun', 'express.js'],
  Deno: () => ['deno', ...DENO, 'deno.js'],
  'Express on Deno': () => ['deno', ...DENO, 'express.js'],
  'a Worker of today': (app) => ['workerd', ...worker(app, '2026-11-01')],
  // Older Workers have importScripts, as browsers' workers do, and refuse some options of fetch.
  'a Worker of 2024-03-03': (app) => ['workerd', ...worker(app, '2024-03-03')],
  'a Worker of 2022': (app) => ['workerd', ...worker(app, '2022-01-01')],
};

function worker(app: InstalledApp, compatibilityDate: string): string[] {
  app.run('esbuild', ['worker.js', '--bundle', '--format=esm', '--outfile=bundled.js']);
  const config = readFileSync(join(app.folder, 'workerd.capnp'), 'utf8');
  const dated = `workerd-${compatibilityDate}.capnp`;
  writeFileSync(join(app.folder, dated), config.replace('COMPATIBILITY_DATE', compatibilityDate));
  return ['serve', dated, '--control-fd=1'];
}

/** Starts a backend, and gives its address. It ends with the test. */
async function start(
  app: InstalledApp,
  [command, ...args]: [string, ...string[]],
  alloyUrl: string,
): Promise<string> {
  const child = spawn(join(app.folder, 'node_modules/.bin', command), args, {
    cwd: app.folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ALLOY_BASE_URL: alloyUrl },
  });
  onTestFinished(() => void child.kill());
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    function read(text: Buffer): void {
      said += text.toString();
      const found = /\bport"?:? ?(\d+)/.exec(said)?.[1];
      if (found) resolve(found);
    }
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${command} ended:\n${said}`)));
  });
  return `http://127.0.0.1:${port}`;
}

describe('the backend half', () => {
  let app: InstalledApp;
  beforeAll(() => {
    app = installApp('runtimes', [], afterAll);
  }, 600_000);

  test.each(Object.entries(RUNTIMES))(
    'runs on %s',
    async (_name, commandOf) => {
      const sandbox = createSandboxApi({ apiKey: 'runtime-key' });
      const alloy = toNodeHandler(sandbox);
      const alloyUrl = await serve(createServer((req, res) => void alloy(req, res)));
      const origin = await start(app, commandOf(app), alloyUrl);
      async function ask(
        init: Omit<RequestInit, 'headers'> = {},
        headers: Record<string, string> = {},
        path = '/token',
      ): Promise<[number, string]> {
        const response = await fetch(origin + path, {
          ...init,
          headers: { cookie: 'session=ada', ...headers },
        });
        return [response.status, await response.text()];
      }

      const token = expect.stringMatching(/^{"token":"ey[^"]+"}$/) as string;
      expect(await ask()).toEqual([200, token]);
      expect(await ask({ method: 'POST' }, { origin })).toEqual([200, token]);
      const form = { method: 'POST', body: 'csrf ä' };
      const asText = { 'content-type': 'text/plain', 'x-csrf': 'in the body' };
      expect(await ask(form, asText)).toEqual([200, token]);
      expect(await ask({ ...form, body: 'csrf a' }, asText)).toEqual([401, expect.any(String)]);
      expect(await ask({ method: 'HEAD' })).toEqual([200, '']);
      expect(await ask({}, { origin: 'https://evil.example' })).toEqual([
        403,
        '{"error":"cross-site"}',
      ]);
      expect((await fetch(`${origin}/token`)).status).toBe(401);

      const body = JSON.stringify({ integrationId: SHOPIFY });
      const asJson = { 'content-type': 'application/json' };
      sandbox.setInstalled(SHOPIFY, true, 'ada');
      expect(await ask({ method: 'POST', body }, asJson, '/disconnect')).toEqual([
        200,
        '{"disconnected":true}',
      ]);

      sandbox.failNext(400);
      expect(await ask({}, { cookie: 'session=bob' })).toEqual([
        500,
        '{"error":"alloy-invalid-request"}',
      ]);
    },
    120_000,
  );
});
