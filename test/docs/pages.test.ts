import { expect, test } from 'vitest';
import { docs, drawn, entries, frameOf, serveSite } from './support/site';

const PHONE = { width: 390, height: 844 };
const LONGEST_LINE = 75;
const site = serveSite();

/** Whether `./?path=/docs/guides-tokens--docs#rules` names a page that there is. */
function leadsSomewhere(href: string): boolean {
  const [, id = ''] = /^\.\/\?path=\/(?:docs|story)\/([^#&]+)/.exec(href) ?? [];
  return entries.some((entry) => entry.id === id);
}

test.for(docs)('$title ($name): reads as it was meant, and its links lead somewhere', (entry) =>
  site.visit(frameOf(entry), async (page) => {
    await drawn(page, entry);
    const content = page.locator('#storybook-docs');

    const unrendered = content
      .locator('p, li, td')
      .filter({ hasText: /^\||\]\(|^#+ |\*\*|\[object Object\]/ });
    expect(await unrendered.allTextContents()).toEqual([]);

    const hrefs = await content
      .locator('a[href]:not([href^="https:"], [href^="http:"])')
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

test.for(docs)('$title ($name): fits a phone, and no line is too long to read', (entry) =>
  site.visit(frameOf(entry), async (page) => {
    await drawn(page, entry);
    expect(await longestLine(), 'characters of the longest line').toBeLessThanOrEqual(LONGEST_LINE);
    expect(
      await page.evaluate(
        () =>
          getComputedStyle(document.querySelector('#storybook-docs p') ?? document.body).fontSize,
      ),
    ).toBe('16px');

    await page.setViewportSize(PHONE);
    const wide = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      const isWide = document.documentElement.scrollWidth > room;
      return isWide
        ? [...document.querySelectorAll('#storybook-docs *')]
            .filter((element) => element.getBoundingClientRect().right > room + 1)
            .filter((element) => !element.closest('.docs-table, [data-radix-scroll-area-viewport]'))
            .map(({ tagName, className }) => `${tagName}.${className}`)
            .slice(0, 5)
        : [];
    });
    expect(wide).toEqual([]);

    function longestLine(): Promise<number> {
      return page.evaluate(() => {
        const range = document.createRange();
        let longest = 0;
        for (const paragraph of document.querySelectorAll(
          '#storybook-docs .sbdocs-content > :is(p, ul, ol):not(.sb-unstyled)',
        )) {
          const tops = new Map<number, number>();
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.textContent?.length ?? 0;
            for (let index = 0; index < length; index++) {
              range.setStart(node, index);
              range.setEnd(node, index + 1);
              const { bottom, width } = range.getBoundingClientRect();
              // Inline code stands a little higher than the words around it.
              const line = Math.round(bottom / 12);
              if (width > 0) tops.set(line, (tops.get(line) ?? 0) + 1);
            }
          }
          longest = Math.max(longest, ...tops.values());
        }
        return longest;
      });
    }
  }),
);

test('each code block can be copied, and one of a file says which', () =>
  site.visit(frameOf({ id: 'quick-start--docs', type: 'docs' }), async (page) => {
    await drawn(page, { type: 'docs' });
    const blocks = page.locator('.docs-code-block');
    await page.locator('.docs-code-block pre').first().waitFor();
    const count = await blocks.count();
    expect(count).toBeGreaterThan(8);
    expect(await blocks.getByRole('button', { name: /copy/i }).count()).toBe(count);
    await page.getByText('app/api/alloy/token/route.ts', { exact: true }).waitFor();
  }));

test('the playground connects where no backend is', () =>
  site.visit(frameOf({ id: 'playground--default', type: 'story' }), async (page) => {
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.frameLocator('iframe').getByRole('button', { name: 'Connect Shopify' }).click();
    await page.getByRole('button', { name: 'Connected' }).waitFor();
  }));

test('the playground goes on with its log after many openings', () =>
  site.visit(frameOf({ id: 'playground--default', type: 'story' }), async (page) => {
    for (let opening = 1; opening <= 6; opening++) {
      await page.locator('.alloy-button').click();
      await page.frameLocator('iframe').getByRole('button', { name: 'Not now' }).click();
      await page.locator('iframe').waitFor({ state: 'detached' });
    }
    const log = await page.locator('.playground-log li').allTextContents();
    expect(log).toHaveLength(6);
    expect(log.filter((line) => line.startsWith('modal.opened'))).toHaveLength(3);
  }));
