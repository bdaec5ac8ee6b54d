import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { preview, type PreviewServer } from 'vite';
import { launchChromium } from '../../../scripts/browsers/chromium.mjs';

const BUILT = 'storybook-static';

export interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'docs' | 'story';
  tags: readonly string[];
}

const index = JSON.parse(readFileSync(`${BUILT}/index.json`, 'utf8')) as {
  entries: Record<string, Entry>;
};

export const entries: readonly Entry[] = Object.values(index.entries);
export const docs: readonly Entry[] = entries.filter(({ type }) => type === 'docs');

interface Site {
  /** An address of the site, such as `?path=/docs/welcome--docs`. */
  address(path: string): string;
  /** A new page, closed when `look` is done. Nothing may go wrong meanwhile: no error, no failed request. */
  visit(path: string, look: (page: Page) => Promise<void>): Promise<void>;
}

/** Serves the built Storybook under `base` and opens a browser, for the tests of this file. */
export function serveSite(base = '/', options: BrowserContextOptions = {}): Site {
  let site: PreviewServer;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    site = await preview({
      configFile: false,
      base,
      build: { outDir: BUILT },
      preview: { port: 0, host: '127.0.0.1' },
    });
    browser = await launchChromium();
    context = await browser.newContext(options);
  });
  afterAll(() => Promise.all([browser.close(), site.close()]));

  function address(path: string): string {
    const root = site.resolvedUrls?.local[0] ?? '';
    return new URL(path, root).href;
  }

  return {
    address,
    async visit(path, look) {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
      });
      page.on('requestfailed', (request) => {
        // The page was closed while an image was on its way.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(request.url());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
      });
      try {
        await page.goto(address(path));
        await look(page);
      } finally {
        await page.close();
      }
      expect(faults).toEqual([]);
    },
  };
}

/** The page or story alone, without the site around it. */
export function frameOf({ id, type }: Pick<Entry, 'id' | 'type'>): string {
  return `iframe.html?id=${id}&viewMode=${type}`;
}

/** Waits until a page or story is drawn. */
export async function drawn(page: Page, { type }: Pick<Entry, 'type'>): Promise<void> {
  await page.waitForSelector('.sb-show-main', { state: 'attached' });
  const root = type === 'docs' ? '#storybook-docs' : '#storybook-root';
  await page.waitForSelector(type === 'docs' ? `${root} h1` : `${root} > *`);
}
