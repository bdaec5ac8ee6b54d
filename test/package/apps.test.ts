import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchChromium } from '../../scripts/browsers/chromium.mjs';
import { fakeJwt } from '../support/fake-jwt';
import {
  buildWithVite,
  buildWithViteOnReact18,
  buildWithWebpack,
  type BuiltApp,
} from './support/bundlers';

const APP = 'http://app.localhost';
const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A page of the app, whose backend and Alloy are answered here; nothing else is. */
async function open({ folder }: BuiltApp, token: string): Promise<Page> {
  const page = await browser.newPage();
  const modal = await readFile('test/browser/support/alloy-page.html', 'utf8');
  await page.route('**', (route) => route.abort());
  await page.route('https://*.runalloy.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: modal }),
  );
  await page.route(`${APP}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === '/' ? '/index.html' : pathname;
    return route.fulfill({
      path: join(folder, file),
      contentType: CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    });
  });
  await page.route(`${APP}/api/alloy/token`, (route) => route.fulfill({ json: { token } }));
  await page.goto(APP);
  return page;
}

describe.each([
  ['Vite', buildWithVite],
  ['Vite, on React 18,', buildWithViteOnReact18],
  ['webpack', buildWithWebpack],
])('an app that %s built from the package', (_, build) => {
  let app: BuiltApp;
  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    app = await build();
    vi.unstubAllEnvs();
  }, 120_000);

  test('fetches the SDK and all that speaks to it later, and no data layer at all', () => {
    const [first, later] = [app.first.join('\n'), app.later.join('\n')];
    expect(first).toMatch(/alloy-react\/dist\/esm\/react\/AlloyProvider\.js/);
    expect(first).not.toMatch(/alloy-frontend|sdk\/adapter|core\/engine|jwt-decode/);
    expect(later).toMatch(/alloy-frontend/);
    expect(later).toMatch(/sdk\/adapter/);
    expect(first + later).not.toMatch(/react-query|query-core/);
  });

  test('leaves the texts for developers at home', () => {
    const scripts = readdirSync(app.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(app.folder, name), 'utf8'))
      .join();
    expect(scripts.includes('https://www.npmjs.com/package/alloy-react#')).toBe(true);
    expect(/knows no signed-in user|which takes an API key/.exec(scripts)?.[0]).toBeUndefined();
  });

  test('connects: a click, Alloy’s modal with the token, and the end of it', async () => {
    const token = fakeJwt();
    const page = await open(app, token);
    await page.getByRole('button', { name: 'Connect' }).click();
    const src = await page.locator('iframe').getAttribute('src');
    expect(new URL(src ?? '').origin).toBe('https://app.runalloy.com');
    expect(new URL(src ?? '').searchParams.get('token')).toBe(token);
    await page.frameLocator('iframe').getByRole('button', { name: 'finish', exact: true }).click();
    await page.getByRole('button', { name: 'Connected' }).waitFor();
    await page.close();
  }, 120_000);
});
