import { openPage, servePages } from './pages.mjs';
import { race } from './statistics.mjs';

const NAMES = ['naive-catalog', 'catalog'];
const GIVES_UP_MS = 20_000;

/**
 * Until all cards are there: CPU ms of the naive map and of the catalog, by size. `NaN`: not within 20 s.
 *
 * @param {import('playwright').Browser} browser
 * @param {{ sizes: number[], rounds: number, warmUp: number }} options
 */
export async function measureCatalog(browser, { sizes, rounds, warmUp }) {
  const site = await servePages(NAMES, { latencyMs: 0 });
  /** @type {Map<number, Map<string, Record<string, number>>>} */
  const bySize = new Map();
  for (const size of sizes) {
    const pages = new Map();
    for (const name of NAMES) pages.set(name, await openPage(browser, site.origin, name));
    const gaveUp = new Set();
    const medians = await race({
      names: NAMES,
      rounds,
      warmUp,
      async turn(name) {
        if (gaveUp.has(name)) return { cards: NaN };
        const { page, measure } = pages.get(name);
        const { ms, result } = await measure(() =>
          page.evaluate(`bench.mountCards(${size}, ${GIVES_UP_MS})`),
        );
        await page.evaluate('bench.unmount()');
        if (!result) gaveUp.add(name);
        return { cards: result ? ms : NaN };
      },
    });
    bySize.set(size, medians);
    for (const { close } of pages.values()) await close();
  }
  site.close();
  return bySize;
}
