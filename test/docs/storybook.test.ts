import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preview, type PreviewServer } from 'vite';
import { launchChromium } from '../../scripts/browsers/chromium.mjs';

const BUILT = 'storybook-static';

interface Entry {
  id: string;
  title: string;
  type: 'docs' | 'story';
}

const { entries } = JSON.parse(readFileSync(`${BUILT}/index.json`, 'utf8')) as {
  entries: Record<string, Entry>;
};
const docs = Object.values(entries).filter(({ type }) => type === 'docs');

let site: PreviewServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  site = await preview({
    configFile: false,
    build: { outDir: BUILT },
    preview: { port: 0, host: '127.0.0.1' },
  });
  browser = await launchChromium();
  context = await browser.newContext();
});
afterAll(() => Promise.all([browser.close(), site.close()]));

/** Looks at a page of the built Storybook, in which nothing may go wrong meanwhile. */
async function visit(
  id: string,
  viewMode: Entry['type'],
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  try {
    const path = `iframe.html?id=${id}&viewMode=${viewMode}`;
    await page.goto(new URL(path, site.resolvedUrls?.local[0]).href);
    await look(page);
  } finally {
    await page.close();
  }
  expect(faults).toEqual([]);
}

/** Whether `?path=/docs/guides-tokens--docs#rules` or `iframe.html?id=…` names a page that there is. */
function leadsSomewhere(href: string): boolean {
  const [, id = ''] = /^(?:\?path=\/(?:docs|story)\/|iframe\.html\?id=)([^#&]+)/.exec(href) ?? [];
  return id in entries;
}

test.for(docs)('$title: reads as it was meant, and its links lead somewhere', ({ id }) =>
  visit(id, 'docs', async (page) => {
    const content = page.locator('#storybook-docs');
    await content.locator('h1').first().waitFor();

    const unrendered = content.locator('p').filter({ hasText: /^\||\]\(|^#+ |\*\*/ });
    expect(await unrendered.allTextContents()).toEqual([]);

    const hrefs = await content
      .locator('a[href]:not([href^="https:"])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const broken: string[] = [];
    for (const href of hrefs) {
      const leads = href.startsWith('#')
        ? (await page.locator(`[id="${href.slice(1)}"]`).count()) === 1
        : leadsSomewhere(href);
      if (!leads) broken.push(href);
    }
    expect(broken).toEqual([]);
  }),
);

test('the playground connects where no backend is', () =>
  visit('playground--default', 'story', async (page) => {
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.frameLocator('iframe').getByRole('button', { name: 'Connect Shopify' }).click();
    await page.getByRole('button', { name: 'Connected' }).waitFor();
  }));
