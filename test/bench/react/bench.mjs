/**
 * `npm run bench`: what the library costs a page, beside others and beside markup alone. In Chromium, from production builds;
 * processor time of the main thread, not wall time, in rounds that take turns. Prints one table and writes it into the guide.
 *
 * `npm run bench:check`: the same, writes nothing, and fails where a ratio is above its limit.
 */
import { launchChromium } from '../../../scripts/browsers/chromium.mjs';
import { measureBundles } from './measure/bundles.mjs';
import { measureButtons, measureLabels } from './measure/buttons.mjs';
import { measureCatalog } from './measure/catalog.mjs';
import { countTokenRequests, measureReady } from './measure/flows.mjs';
import { faultsIn } from './limits.mjs';
import { describe, writeGuide } from './report.mjs';

const ROUNDS = 15;
const WARM_UP = 3;
const SIZES = [500, 2_000, 5_000];

const isCheck = process.argv.includes('--check');
const started = Date.now();
const browser = await launchChromium();
try {
  const measured = {
    browser: browser.version(),
    rounds: ROUNDS,
    bundles: await measureBundles(),
    buttons: await measureButtons(browser, { rounds: ROUNDS, warmUp: WARM_UP }),
    labels: await measureLabels(browser, { rounds: ROUNDS, warmUp: WARM_UP }),
    catalog: await measureCatalog(browser, { sizes: SIZES, rounds: ROUNDS, warmUp: 1 }),
    readyMs: await measureReady(browser, { rounds: ROUNDS }),
    tokenRequests: await countTokenRequests(browser),
  };
  const text = describe(measured);
  console.log(text);
  if (isCheck) {
    const faults = faultsIn(measured);
    for (const fault of faults) console.error(`FAILED: ${fault}`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } else writeGuide(text);
  console.log(`${Math.round((Date.now() - started) / 1_000)} s`);
} finally {
  await browser.close();
}
