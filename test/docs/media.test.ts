import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { drawn, frameOf, serveSite } from './support/site';

const CATALOG = { id: 'components-integrationcatalog--default', type: 'story' } as const;
const EDGED = ['.alloy-button', '.alloy-catalog-card', 'input[type="search"]', '[role="switch"]'];
const site = serveSite();

test('in forced colours every control and every card has an edge, and the focus shows', () =>
  site.visit(frameOf(CATALOG), async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await showCatalog(page);
    for (const selector of EDGED) {
      const edge = await page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
          return { borderTopWidth, borderTopStyle, borderTopColor };
        });
      expect(parseFloat(edge.borderTopWidth), selector).toBeGreaterThanOrEqual(1);
      expect(edge, selector).toMatchObject({ borderTopStyle: 'solid' });
      expect(edge.borderTopColor, selector).not.toMatch(/^rgba.*, 0\)$/);
    }
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() =>
      getComputedStyle(document.activeElement ?? document.body),
    );
    expect(parseFloat(outline.outlineWidth)).toBeGreaterThanOrEqual(2);
    expect(outline.outlineStyle).toBe('solid');
  }));

test('with reduced motion nothing of the package moves', () =>
  site.visit(frameOf(CATALOG), async (page) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await showCatalog(page);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('[class*="alloy-"]')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return /[1-9]/.test(transitionDuration) || animationName !== 'none';
        })
        .map((element) => element.getAttribute('class')),
    );
    expect(moving).toEqual([]);
  }));

async function showCatalog(page: Page): Promise<void> {
  await drawn(page, CATALOG);
  await page.getByRole('switch').first().waitFor();
}
