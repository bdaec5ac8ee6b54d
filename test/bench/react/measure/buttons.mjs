import { bundleForServer } from './bundle.mjs';
import { openPage, servePages } from './pages.mjs';
import { race } from './statistics.mjs';

export const BUTTONS = ['plain', 'glue', 'ours', 'plaid', 'merge'];
const RENDERS = 10;

/**
 * Mounts, updates and hydrates a thousand buttons, and renders them to a string: CPU ms by subject.
 *
 * @param {import('playwright').Browser} browser
 * @param {{ rounds: number, warmUp: number }} options
 */
export async function measureButtons(browser, { rounds, warmUp }) {
  const site = await servePages(BUTTONS, { latencyMs: 0 });
  const pages = new Map();
  const renders = new Map();
  for (const name of BUTTONS) {
    pages.set(name, await openPage(browser, site.origin, name));
    renders.set(name, await bundleForServer(name));
  }
  try {
    return await race({
      names: BUTTONS,
      rounds,
      warmUp,
      async turn(name) {
        const { page, measure } = pages.get(name);
        const call = (/** @type {string} */ code) => measure(() => page.evaluate(code));
        const mount = await call(`bench.mount({ text: 'Connect' })`);
        const update = await call(`bench.update({ text: 'Link' })`);
        await page.evaluate('bench.unmount()');
        const started = process.cpuUsage();
        const html = renders.get(name)({ text: 'Connect' });
        const { user, system } = process.cpuUsage(started);
        await page.evaluate((/** @type {string} */ text) => {
          /** @type {any} */ (globalThis).bench.prepare(text);
        }, html);
        const hydrate = await call(`bench.hydrate({ text: 'Connect' })`);
        await page.evaluate('bench.unmount()');
        return {
          mount: mount.ms,
          update: update.ms,
          hydrate: hydrate.ms,
          ssr: (user + system) / 1_000,
        };
      },
    });
  } finally {
    for (const { close } of pages.values()) await close();
    site.close();
  }
}

/**
 * A host that renders its provider ten times, with the same labels or with new ones that say the same.
 *
 * @param {import('playwright').Browser} browser
 * @param {{ rounds: number, warmUp: number }} options
 */
export async function measureLabels(browser, { rounds, warmUp }) {
  const site = await servePages(['labels'], { latencyMs: 0 });
  const { page, measure, close } = await openPage(browser, site.origin, 'labels');
  try {
    await page.evaluate('bench.mount({ inline: false })');
    return await race({
      names: ['stable', 'inline'],
      rounds,
      warmUp,
      async turn(name) {
        const props = `{ inline: ${name === 'inline'} }`;
        await page.evaluate(`bench.update(${props})`);
        const { ms } = await measure(() =>
          page.evaluate(`bench.updateTimes(${props}, ${RENDERS})`),
        );
        return { render: ms / RENDERS };
      },
    });
  } finally {
    await close();
    site.close();
  }
}
