import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import type { CDPSession } from 'playwright';
import { fileURLToPath } from 'node:url';
import type { BrowserCommandContext } from 'vitest/node';
import { launchChromium } from '../../../scripts/browsers/chromium.mjs';

/** Not the drawing, which a machine without a graphics card does by hand. */
const WORK = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];
const BETWEEN_KEYS_MS = 100;

/**
 * Types into the search of a catalog of 500 in a page of its own, with a production build of React: how many
 * milliseconds a key costs on a processor so many times slower, and how many cards are left.
 */
export async function typeIntoManyCards(
  _context: BrowserCommandContext,
  text: string,
  matches: number,
  slowdown: number,
): Promise<number> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const styles = await readFile(
      fileURLToPath(new URL('../../../src/styles.css', import.meta.url)),
    );
    await page.setContent(`<!doctype html><style>${styles.toString()}</style><body></body>`);
    await page.addScriptTag({ content: await bundle() });
    await page.waitForFunction(() => document.querySelectorAll('article').length === 500);
    const devTools = await page.context().newCDPSession(page);
    // What the page's thread worked, and not how long other programs kept it waiting.
    await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.locator('[type=search]').focus();
    const before = await workedMs(devTools);
    await page.keyboard.type(text, { delay: BETWEEN_KEYS_MS });
    await page.waitForFunction(
      (count) => document.querySelectorAll('article').length === count,
      matches,
    );
    const worked = (await workedMs(devTools)) - before;
    return worked / text.length;
  } finally {
    await browser.close();
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./many-cards-page.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

async function workedMs(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return metrics
    .filter(({ name }) => WORK.includes(name))
    .reduce((sum, { value }) => sum + value * 1000, 0);
}
