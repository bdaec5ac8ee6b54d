import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { launchChromium } from '../../scripts/browsers/chromium.mjs';
import type { mockAlloy as MockAlloy } from '../../src/testing/playwright';
import { reactModules } from './support/react-modules';
import { filesIn, packageFolder } from './support/files';
import { serveFolder, type Served } from './support/serve-folder';

const GUIDE = 'stories/guides/WithoutABundler.mdx';
const [, PAGE = ''] =
  /```html title="settings\.html"\n([\s\S]+?)^```/m.exec(readFileSync(GUIDE, 'utf8')) ?? [];
/** What the guide shows for the texts of development. */
const [, DEVELOPMENT = ''] =
  /```html\n(<script>[\s\S]+?)```/.exec(readFileSync(GUIDE, 'utf8')) ?? [];

let browser: Browser;
let site: Served;
let react: Map<string, string>;
let mockAlloy: typeof MockAlloy;

beforeAll(async () => {
  browser = await launchChromium();
  site = await serveFolder(inject('consumer'));
  react = await reactModules({
    react: 'react',
    'jsx-runtime': 'react/jsx-runtime',
    client: 'react-dom/client',
  });
  const entry = join(packageFolder, 'dist/esm/testing/playwright/index.js');
  ({ mockAlloy } = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as {
    mockAlloy: typeof MockAlloy;
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

interface Opened {
  page: Page;
  alloy: Awaited<ReturnType<typeof MockAlloy>>;
  /** What the page threw. */
  thrown: string[];
}

/** The guide's page, as `change` makes it. Alloy and the CDN are answered here. */
async function open(change = (html: string): string => html): Promise<Opened> {
  const file = `settings-${crypto.randomUUID()}.html`;
  writeFileSync(join(inject('consumer'), file), change(PAGE));
  const page = await browser.newPage();
  onTestFinished(async () => {
    await page.close();
    rmSync(join(inject('consumer'), file));
  });
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await page.route('**', (route) => route.abort());
  await page.route(`${site.origin}/**`, (route) => route.continue());
  await page.route('https://esm.sh/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const body =
      react.get(name.startsWith('react@') ? 'react.js' : name) ?? react.get(`${name}.js`);
    return route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      ...(body === undefined ? { status: 404 } : { body }),
    });
  });
  const alloy = await mockAlloy(page);
  await page.goto(`${site.origin}/${file}`);
  return { page, alloy, thrown };
}

test('no module that a browser loads takes a `process` for granted', () => {
  const taken = filesIn('dist')
    .filter((file) => /\.c?js$/.test(file) && !/\/(server|testing\/cli)\//.test(file))
    .flatMap((file) =>
      readFileSync(join(packageFolder, file), 'utf8')
        .split('\n')
        .filter((line) => /\bprocess\b(?!["'`])/.test(line.replace(/^\s*(\/\/|\*).*/, '')))
        .filter((line) => !/typeof process (===|!==) "object"/.test(line))
        .map((line) => `${file}: ${line}`),
    );
  expect(taken).toEqual([]);
});

test('the page of the guide connects Shopify, word by word', async () => {
  const { page, alloy, thrown } = await open();
  await page.reload();
  await page.getByRole('button', { name: 'Connect Shopify' }).click();
  await alloy.succeed();
  await page.getByRole('button', { name: 'Connected' }).waitFor();
  expect(thrown).toEqual([]);
}, 60_000);

test.each([
  ['nothing named process', (html: string) => html],
  [
    'an element with that id',
    (html: string) => html.replace('<body>', '<body><p id="process"></p>'),
  ],
])(
  'a failure ends the wait in a page that has %s',
  async (_, change) => {
    const { page, thrown } = await open(change);
    await page.route('**/api/alloy/token', (route) => route.fulfill({ status: 401 }));
    await page.reload();
    await page.getByRole('button', { name: 'Connect Shopify' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(thrown).toEqual([]);
  },
  60_000,
);

test('without loadAlloyScript() the click ends in an error that names the SDK', async () => {
  const { page, thrown } = await open((html) =>
    html.replace(
      "token', loadSdk }",
      "token', onEvent: (event) => console.log(JSON.stringify(event)) }",
    ),
  );
  const failed = page.waitForEvent('console', (message) =>
    message.text().includes('sdk/load-failed'),
  );
  await page.getByRole('button', { name: 'Connect Shopify' }).click();
  await failed;
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(thrown).toEqual([]);
}, 60_000);

test('a page that says so gets the texts of development', async () => {
  const { page } = await open((html) => html.replace('<link', `${DEVELOPMENT}<link`));
  await page.route('**/api/alloy/token', (route) => route.fulfill({ status: 404 }));
  const told = page.waitForEvent('console', (message) =>
    message.text().includes('/api/alloy/token answered HTTP 404'),
  );
  await page.reload();
  await told;
}, 60_000);

test('two copies of the package on one page connect one after the other', async () => {
  const copy = join(inject('consumer'), 'another-copy');
  cpSync(packageFolder, copy, { recursive: true });
  const { page, alloy, thrown } = await open((html) =>
    html
      .replace('"alloy-react":', '"another": "/another-copy/dist/esm/index.js", "alloy-react":')
      .replace(
        'const loadSdk',
        `import { AlloyProvider as Provider, IntegrationButton as Button } from 'another';
         const main = document.body.appendChild(document.createElement('main'));
         createRoot(main).render(
           createElement(
             Provider,
             { tokenUrl: '/api/alloy/token', loadSdk: loadAlloyScript() },
             createElement(Button, { integrationId: 'i2' }, 'Connect HubSpot'),
           ),
         );
         const loadSdk`,
      ),
  );
  for (const [name, left] of [
    ['Connect Shopify', 1],
    ['Connect HubSpot', 2],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await alloy.succeed();
    await page.locator('iframe').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Connected' }).count()).toBe(left);
  }
  expect(thrown).toEqual([]);
}, 60_000);
