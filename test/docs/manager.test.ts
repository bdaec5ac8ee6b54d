import type { FrameLocator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { docs, serveSite } from './support/site';

const LINKS = '#storybook-docs a[href^="./?path="]';

describe.each(['/', '/docs/alloy-react/'])(
  'the site under %s',
  (base) => {
    const site = serveSite(base);

    test('every internal link changes the page and leaves the site around it', () =>
      site.visit('', async (page) => {
        const seen = new Set<string>();
        for (const { id } of docs) {
          await open(page, id);
          const hrefs = await content(page)
            .locator(LINKS)
            .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
          for (const href of new Set(hrefs)) {
            const target = href.replace(/^\.\/\?path=/, '').replace(/#.*/, '');
            if (seen.has(target)) continue;
            seen.add(target);
            await content(page).locator(`#storybook-docs a[href="${href}"]`).first().click();
            await page.waitForURL((url) => url.searchParams.get('path') === target, {
              waitUntil: 'commit',
            });
            expect(new URL(page.url()).pathname).toBe(base);
            expect(await page.locator('#storybook-explorer-searchfield').isVisible()).toBe(true);
            await content(page)
              .locator('#storybook-docs h1, #storybook-root > *')
              .first()
              .waitFor();
            await open(page, id);
          }
        }
        expect(seen.size).toBeGreaterThan(20);
      }));

    async function open(page: Page, id: string): Promise<void> {
      const address = site.address(`?path=/docs/${id}`);
      if (page.url() !== address) await page.goto(address);
      await content(page).locator('#storybook-docs h1').first().waitFor();
    }
  },
  600_000,
);

function content(page: Page): FrameLocator {
  return page.frameLocator('#storybook-preview-iframe');
}

describe('the site as a product', () => {
  const site = serveSite();

  test('has its own name, icon and description, and follows the scheme of the system', () =>
    site.visit('?path=/docs/guides-tokens--docs', async (page) => {
      await content(page).locator('#storybook-docs h1').waitFor();
      await page.waitForFunction(() => document.title.includes('alloy-react'));
      expect(await page.title()).toMatch(/Tokens · alloy-react$/);
      expect(await page.locator('meta[name="description"]').getAttribute('content')).toMatch(
        /Alloy/,
      );
      expect(await page.getByRole('img', { name: 'alloy-react' }).isVisible()).toBe(true);

      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(100);
        expect(await isDark(page, 'body'), colorScheme).toBe(colorScheme === 'dark');
        expect(await isDark(page, 'frame'), colorScheme).toBe(colorScheme === 'dark');
      }
      await page.getByRole('combobox', { name: 'Colour scheme' }).selectOption('dark');
      await expect.poll(() => isDark(page, 'frame')).toBe(true);
      await expect.poll(() => isDark(page, 'body')).toBe(true);
    }));

  test('its search finds a heading of a guide', () =>
    site.visit('?path=/docs/welcome--docs', async (page) => {
      await page.locator('#storybook-explorer-searchfield').fill('rotating it');
      await page
        .getByRole('option', { name: /Rotating it/ })
        .first()
        .click();
      await page.waitForURL(/guides-api-keys--docs/);
    }));

  test('shows nothing of how it is made: no tests, no About, no onboarding', () =>
    site.visit('?path=/story/components-integrationbutton--idle', async (page) => {
      await content(page).getByRole('button', { name: 'Connect' }).waitFor();
      for (const name of ['Interactions', 'Accessibility', 'Component tests']) {
        expect(await page.getByRole('tab', { name }).count(), name).toBe(0);
      }
      const text = (await page.locator('body').textContent()) ?? '';
      expect(text).not.toMatch(/Run tests|About your Storybook|What’s new|Get started/);
    }));

  test('its panel shows what onEvent hears, and its toolbar breaks things', () =>
    site.visit('?path=/story/components-integrationbutton--idle', async (page) => {
      await page.getByRole('tab', { name: 'Alloy events' }).click();
      await page.getByRole('combobox', { name: /network/ }).selectOption('401');
      await content(page).getByRole('button', { name: 'Connect' }).click();
      await content(page).getByRole('button', { name: 'Try again' }).waitFor();
      await page.getByText('token/unauthorized').first().waitFor();
    }));
});

/** Whether the ground that one reads on is dark. */
function isDark(page: Page, where: 'body' | 'frame'): Promise<boolean> {
  const root = where === 'body' ? page.locator('body') : content(page).locator('body');
  return root.evaluate((body) => {
    const [red = 255] = /\d+/.exec(getComputedStyle(body).backgroundColor) ?? [];
    return Number(red) < 128;
  });
}
