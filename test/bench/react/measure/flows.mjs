import { openPage, servePages } from './pages.mjs';
import { median } from './statistics.mjs';
import { bundleForServer } from './bundle.mjs';

export const LATENCY_MS = 150;
const ROUTE_CHANGES = 20;

/**
 * From the start of hydration until the provider is ready, in ms of wall time, when every answer takes 150 ms.
 *
 * @param {import('playwright').Browser} browser
 * @param {{ rounds: number }} options
 */
export async function measureReady(browser, { rounds }) {
  const site = await servePages(['visits'], { latencyMs: LATENCY_MS });
  const html = (await bundleForServer('visits'))({});
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const { page, close } = await openPage(browser, site.origin, 'visits');
    times.push(
      await page.evaluate(async (text) => {
        const { bench } = /** @type {any} */ (globalThis);
        bench.prepare(text);
        const started = performance.now();
        await bench.hydrate({});
        return performance.now() - started;
      }, html),
    );
    await close();
  }
  site.close();
  return median(times);
}

/**
 * How often the token endpoint is asked by a user who goes to the page with the button and away from it, ten times.
 *
 * @param {import('playwright').Browser} browser
 */
export async function countTokenRequests(browser) {
  const site = await servePages(['visits'], { latencyMs: 0 });
  const { page, close } = await openPage(browser, site.origin, 'visits');
  await page.evaluate('bench.mount({ isThere: true })');
  for (let change = 0; change < ROUTE_CHANGES; change++) {
    await page.evaluate(
      change % 2 === 0 ? 'bench.leave({ isThere: false })' : 'bench.update({ isThere: true })',
    );
  }
  await close();
  site.close();
  return site.requests.token;
}
