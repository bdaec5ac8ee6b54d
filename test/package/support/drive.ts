import type { Browser } from 'playwright';
import { expect } from 'vitest';

export interface Visit {
  /** Of the app, as it was built and is served. */
  origin: string;
  /** Of a running sandbox, which answers everything of Alloy over HTTP. */
  sandbox: string;
  /** The page of the app. @default "/" */
  path?: string;
  /** The app has no token endpoint of its own: the sandbox's is there. */
  tokenFromSandbox?: boolean;
}

/**
 * Connects Shopify in an app, with Alloy's real SDK: the click, the page in the modal, and the end of it. Whatever the app
 * asks for elsewhere fails.
 *
 * @throws Error when the page threw, or the console had an error or a warning
 */
export async function connectShopify(browser: Browser, visit: Visit): Promise<string> {
  const { origin, sandbox, path = '/', tokenFromSandbox = false } = visit;
  const context = await browser.newContext();
  try {
    await context.addCookies([{ name: 'session', value: 'ada', url: origin }]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.route('**', (route) => route.abort());
    await page.route(`${origin}/**`, (route) => route.continue());
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.route('https://*.runalloy.com/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: sandbox + pathname + search }) });
    });
    if (tokenFromSandbox) {
      await page.route(`${origin}/api/alloy/token`, async (route) => {
        await route.fulfill({ response: await route.fetch({ url: `${sandbox}/token` }) });
      });
    }
    await page.goto(origin + path);
    await page.getByRole('button', { name: /^Connect( Shopify)?$/ }).click();
    const src = await page.locator('iframe').getAttribute('src');
    expect(new URL(src ?? '').origin).toBe('https://app.runalloy.com');
    await page.frameLocator('iframe').getByRole('button', { name: 'Connect Shopify' }).click();
    await page.getByRole('button', { name: 'Connected' }).waitFor();
    expect(complaints).toEqual([]);
    return await page.locator('body').innerText();
  } finally {
    await context.close();
  }
}
