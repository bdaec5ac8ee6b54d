import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { launchChromium } from '../../scripts/browsers/chromium.mjs';
import { packageFolder } from './support/files';

const PAGE = 'stories/start/QuickStart.mdx';
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

/** Answers Alloy's API from the package's own sandbox: nothing else of the app is changed. */
const ALLOY = `import { createSandboxApi } from 'alloy-react/testing';
const sandbox = createSandboxApi({ apiKey: 'your-development-key' });
const network = globalThis.fetch;
globalThis.fetch = (input, init) =>
  String(input instanceof Request ? input.url : input).includes('runalloy.com') ? sandbox(input, init) : network(input, init);`;

const folder = mkdtempSync(join(tmpdir(), 'alloy-quick-start-'));
let backend: ChildProcess;
let vite: ViteDevServer;
let browser: Browser;

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The files of a section, by the titles of its code blocks. */
function filesOf(section: string): [file: string, code: string][] {
  const [, rest = ''] = readFileSync(PAGE, 'utf8').split(`## ${section}\n`);
  const [text = ''] = rest.split(/^## /m);
  return [...text.matchAll(/^```\w+ title="(.+?)"\n([\s\S]*?)^```/gm)].map(
    ([, file = '', code = '']) => [file, code],
  );
}

beforeAll(async () => {
  for (const [file, text] of Object.entries(TEMPLATE)) write(file, text);
  for (const [file, code] of filesOf(APP)) write(file, code);
  write('alloy.mjs', ALLOY);
  mkdirSync(join(folder, 'node_modules/@vitejs'), { recursive: true });
  for (const name of ['react', 'react-dom', 'express', 'vite', '@vitejs/plugin-react']) {
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  symlinkSync(packageFolder, join(folder, 'node_modules/alloy-react'), 'junction');

  backend = spawn(process.execPath, ['--import', './alloy.mjs', 'server.mjs'], {
    cwd: folder,
    env: { ...process.env, ALLOY_API_KEY: 'your-development-key' },
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
  const page = await browser.newPage();
  await page.route('https://app.runalloy.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<button onclick="parent.postMessage({ workflowCreated: true }, \'*\')">Finish</button>',
    }),
  );
  await page.goto(vite.resolvedUrls?.local[0] ?? '');
  await page.getByRole('button', { name: 'Connect Shopify' }).click();
  await page.frameLocator('iframe').getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Connected' }).waitFor();
}, 120_000);
