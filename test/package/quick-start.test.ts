import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };
import { launchChromium } from '../../scripts/browsers/chromium.mjs';
import { API_KEY, connectShopify, filesOf, WITH_ALLOY, writeApp } from './support/quick-start';

const APP = 'Vite with Express';

/** What `npm create vite` makes and the page leaves as it is. */
const TEMPLATE = {
  'package.json': '{ "private": true, "type": "module" }',
  'index.html':
    '<!doctype html><html lang="en"><title>App</title><body><div id="root"></div><script type="module" src="/src/main.tsx"></script></body></html>',
  'src/main.tsx': `import { createRoot } from 'react-dom/client';
import App from './App.tsx';

createRoot(document.getElementById('root')!).render(<App />);`,
};

const folder = mkdtempSync(join(tmpdir(), 'alloy-quick-start-'));
let backend: ChildProcess;
let vite: ViteDevServer;
let browser: Browser;

beforeAll(async () => {
  writeApp(folder, APP, TEMPLATE, [
    'react',
    'react-dom',
    'express',
    'vite',
    '@vitejs/plugin-react',
    ...Object.keys(packageJson.dependencies),
  ]);
  backend = spawn(process.execPath, [WITH_ALLOY, 'server.mjs'], {
    cwd: folder,
    env: { ...process.env, ALLOY_API_KEY: API_KEY },
    stdio: 'inherit',
  });
  vite = await createServer({ root: folder, logLevel: 'error', server: { port: 0 } });
  await vite.listen();
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await vite.close();
  backend.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('the quick start, followed word by word in a Vite app, connects Shopify', async () => {
  expect(filesOf(APP).map(([file]) => file)).toEqual([
    'server.mjs',
    'vite.config.ts',
    'src/App.tsx',
  ]);
  await connectShopify(browser, vite.resolvedUrls?.local[0] ?? '');
}, 120_000);
