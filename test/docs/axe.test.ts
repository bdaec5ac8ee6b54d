import axe from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { drawn, entries, frameOf, serveSite, type Entry } from './support/site';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const PREPARED = `
  *, *::before { transition: none !important; }
  /* Of a list of hundreds the others are like these. */
  :is(#storybook-root, .docs-story) :is(li, tr):nth-child(n + 13) { display: none !important; }
`;
const site = serveSite();

const shown = entries.filter(({ type, tags }) => type === 'docs' || tags.includes('dev'));

test.concurrent.for(shown)(
  'axe finds nothing in $title ($name), in the light on a desktop and in the dark on a phone',
  { timeout: 120_000 },
  (entry) =>
    site.visit(frameOf(entry), async (page) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize(DESKTOP);
      await drawn(page, entry);
      await page.waitForLoadState('networkidle');
      await page.addStyleTag({ content: PREPARED });
      await page.evaluate(axe.source);
      expect(await violations(page, entry), 'light, desktop').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('[data-scheme="dark"]').waitFor();
      await page.setViewportSize(PHONE);
      expect(await violations(page, entry), 'dark, phone').toEqual([]);
    }),
);

/** Every rule of axe, best practice too. A story is a part of a page: it needs neither a main landmark nor an h1. */
async function violations(page: Page, { type }: Entry): Promise<string[]> {
  const found = await page.evaluate(
    async ({ root, isPage }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(root, {
        resultTypes: ['violations'],
        rules: { region: { enabled: isPage } },
      });
      return violations;
    },
    { root: type === 'docs' ? 'html' : '#storybook-root', isPage: type === 'docs' },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
