import axe from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { drawn, entries, frameOf, serveSite } from './support/site';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** As many pages side by side as a machine with two cores bears. */
const GROUPS = 4;
const site = serveSite();

const shown = entries.filter(({ type, tags }) => type === 'docs' || tags.includes('dev'));

test.concurrent.for(Array.from({ length: GROUPS }, (_, group) => group))(
  'axe finds nothing, light and dark, on a desktop and on a phone (group %i)',
  { timeout: 900_000 },
  async (group) => {
    for (const entry of shown.filter((_, index) => index % GROUPS === group)) {
      await site.visit(frameOf(entry), async (page) => {
        await drawn(page, entry);
        await page.evaluate(axe.source);
        await page.addStyleTag({ content: '*, *::before { transition: none !important; }' });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const viewport of [DESKTOP, PHONE]) {
            await page.setViewportSize(viewport);
            const where = `${entry.id}, ${colorScheme}, ${viewport.width} px`;
            expect(await violations(page, entry.type), where).toEqual([]);
          }
        }
      });
    }
  },
);

/** A story is a part of a page: what is asked of whole pages is asked of the documentation. */
async function violations(page: Page, type: 'docs' | 'story'): Promise<string[]> {
  const results = await page.evaluate(
    (isDocs) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        isDocs ? '#storybook-docs' : '#storybook-root',
        { rules: { region: { enabled: false } } },
      ),
    type === 'docs',
  );
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 4)
        .join(', ')}`,
  );
}
