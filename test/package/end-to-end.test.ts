import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { build } from 'esbuild';
import { launchChromium } from '../../scripts/browsers/chromium.mjs';
import type { mockAlloy as MockAlloy } from '../../src/testing/playwright';
import { buildWithVite } from './support/bundlers';
import { startSandbox, type RunningSandbox } from './support/sandbox';
import { serveFolder } from './support/serve-folder';

const SHOPIFY = '66326843cc9cdb107221f222';
let browser: Browser;
let page: Page;
let app: string;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A page of the app in `folder`, over HTTP; whatever it asks for elsewhere fails. */
async function openPage(folder: string): Promise<Page> {
  const served = await serveFolder(folder);
  onTestFinished(served.close);
  app = served.origin;
  page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.route('**', (route) => route.abort());
  await page.route('http://127.0.0.1:*/**', (route) => route.continue());
  return page;
}

describe('mockAlloy of alloy-react/testing/playwright', () => {
  let folder: string;
  let mockAlloy: typeof MockAlloy;

  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    ({ folder } = await buildWithVite());
    vi.unstubAllEnvs();
    const entry = 'node_modules/alloy-react/dist/esm/testing/playwright/index.js';
    const url = pathToFileURL(join(inject('consumer'), entry)).href;
    ({ mockAlloy } = (await import(/* @vite-ignore */ url)) as { mockAlloy: typeof MockAlloy });
  }, 120_000);

  test('lets a test finish, close and fail the modal of the built app, which runs as it is', async () => {
    await openPage(folder);
    const alloy = await mockAlloy(page, {
      integrations: [{ integrationId: SHOPIFY, name: 'Shopify' }],
    });
    await page.goto(app);

    await page.getByRole('button', { name: 'Connect' }).click();
    await page.frameLocator('iframe').getByText('Sign in to Shopify').waitFor();
    await alloy.dismiss();
    await page.locator('iframe').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Connect' }).click();
    await alloy.fail();
    await page.getByRole('button', { name: 'Try again' }).click();
    await alloy.succeed();
    await page.getByRole('button', { name: 'Connected' }).waitFor();
  }, 60_000);

  test('a modal that the test closes by hand takes nothing of the next one', async () => {
    await openPage(folder);
    const alloy = await mockAlloy(page, { tokenUrl: /\/api\/alloy\/token$/ });
    await page.goto(app);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.frameLocator('iframe').getByRole('button', { name: 'Not now' }).click();
    await page.locator('iframe').waitFor({ state: 'detached' });
    const success = alloy.succeed();
    await page.getByRole('button', { name: 'Connect' }).click();
    await success;
    await page.getByRole('button', { name: 'Connected' }).waitFor();
  }, 60_000);
});

describe('npx alloy-react sandbox', () => {
  let sandbox: RunningSandbox;
  let folder: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    folder = join(inject('consumer'), 'sandbox-app');
    // What it prints, pasted: imports and constants at the top of a module, the provider around the app.
    const [, top = ''] =
      /In your app:\n\n([\s\S]+?)\n\n {2}<AlloyProvider/.exec(sandbox.told) ?? [];
    const [provider = ''] = /<AlloyProvider[\s\S]+?\n {2}>/.exec(sandbox.told) ?? [];
    await build({
      stdin: {
        contents: `${top}
          import { IntegrationCatalog } from 'alloy-react';
          import { createRoot } from 'react-dom/client';
          createRoot(document.querySelector('main')).render(
            ${provider}<IntegrationCatalog /></AlloyProvider>,
          );`,
        loader: 'tsx',
        resolveDir: inject('consumer'),
      },
      bundle: true,
      jsx: 'automatic',
      outfile: join(folder, 'main.js'),
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    writeFileSync(join(folder, 'index.html'), '<main></main><script src="/main.js"></script>');
  }, 60_000);
  afterAll(() => sandbox.stop());

  test('prints props with which an app connects an integration, without an account', async () => {
    await openPage(folder);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(app);
    const card = page.locator('li', { hasText: 'Shopify' });
    await card.getByRole('button', { name: 'Connect' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Connect Shopify' }).click();
    await frame.getByText('Shopify is connected').waitFor();
    await page.locator('iframe').waitFor({ state: 'detached' });
    await card.getByRole('switch', { name: 'Order sync' }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  test('takes orders, and says which it knows', async () => {
    const { origin } = sandbox;
    const order = (name: string, body: object): Promise<Response> =>
      fetch(`${origin}/sandbox/${name}`, { method: 'POST', body: JSON.stringify(body) });
    expect((await order('fail', { status: 503 })).status).toBe(204);
    expect((await fetch(`${origin}/token`)).status).toBe(503);
    expect((await order('install', { integrationId: SHOPIFY, installed: false })).status).toBe(204);
    expect(await (await order('explode', {})).json()).toMatchObject({
      message: expect.stringContaining('fail, slow, rotate-key, install') as string,
    });
  });
});
