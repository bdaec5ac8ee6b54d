import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { launchChromium } from '../../scripts/browsers/chromium.mjs';
import { serveFolder } from './support/serve-folder';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

interface Page {
  /** Names what the page has asked for since the last call, as soon as there are this many: "token", "engine", "sdk", "data". */
  asked(count: number): Promise<string[]>;
  /** Answers everything that was asked for. */
  answer(): void;
  click(): Promise<void>;
}

/** The app `source` in Chromium. Whatever it asks for waits until the test answers, as on a very slow line. */
async function open(name: string, source: string): Promise<Page> {
  const folder = join(inject('consumer'), name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><div id="root"></div><script type="module" src="/stdin.js"></script>',
  );
  await build({
    stdin: {
      contents: `
        import { createRoot } from 'react-dom/client';
        import { AlloyProvider, IntegrationButton, preloadAlloy, useIntegrations } from 'alloy-react';
        const render = (app) => createRoot(document.getElementById('root')).render(app);
        ${source}`,
      resolveDir: inject('consumer'),
      loader: 'jsx',
    },
    absWorkingDir: inject('consumer'),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const served = await serveFolder(folder);
  onTestFinished(served.close);
  const page = await browser.newPage();
  onTestFinished(() => page.close());

  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  let onAsked = (): void => undefined;
  await page.route(/\/(engine|src)-|\/token$|\/integrations$/, async (route) => {
    const url = route.request().url();
    const [, part = ''] = /\/(engine|src|token|integrations)[^/]*$/.exec(url) ?? [];
    asked.push({ src: 'sdk', integrations: 'data' }[part] ?? part);
    onAsked();
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (part === 'token') await route.fulfill({ json: { token: TOKEN } });
    else if (part === 'integrations') await route.fulfill({ json: { data: [] } });
    else await route.continue();
  });
  await page.goto(served.origin);
  return {
    async asked(count) {
      while (asked.length < count) await new Promise<void>((resolve) => (onAsked = resolve));
      return asked.splice(0).sort();
    },
    answer: () => waiting.splice(0).forEach((answer) => answer()),
    click: () => page.getByRole('button').click(),
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
const NOW = Math.floor(Date.now() / 1000);
const CLAIMS = { user: { _id: 'u' }, iat: NOW, exp: NOW + 3600 };
const TOKEN = `${encode({ alg: 'HS256' })}.${encode(CLAIMS)}.c2ln`;

const BUTTON = `<IntegrationButton integrationId="i1" />`;

test('a page with a button asks for token, engine and SDK before any of them has come', async () => {
  const page = await open(
    'mount',
    `render(<AlloyProvider tokenUrl="/token">${BUTTON}</AlloyProvider>)`,
  );
  expect(await page.asked(3)).toEqual(['engine', 'sdk', 'token']);
});

test('so does a click where nothing was preloaded', async () => {
  const page = await open(
    'click',
    `render(<AlloyProvider tokenUrl="/token" preload="none">${BUTTON}</AlloyProvider>)`,
  );
  await page.click();
  expect(await page.asked(3)).toEqual(['engine', 'sdk', 'token']);
});

test('a page that only shows data never asks for the SDK', async () => {
  const page = await open(
    'data',
    `
      const Count = () => useIntegrations().integrations.length;
      render(<AlloyProvider tokenUrl="/token" preload="intent"><Count /></AlloyProvider>);
    `,
  );
  expect(await page.asked(2)).toEqual(['engine', 'token']);
  page.answer();
  expect(await page.asked(1)).toEqual(['data']);
});

test('preloadAlloy asks for engine and SDK before there is a provider, and for no token', async () => {
  const page = await open('preload', `preloadAlloy();`);
  expect(await page.asked(2)).toEqual(['engine', 'sdk']);
});
