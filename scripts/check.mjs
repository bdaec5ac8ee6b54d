/**
 * `npm test`: every check of the project. A failed step does not stop those after it; the last line counts all
 * tests of all runners, each check that is no test runner as one. A browser other than Chromium that cannot be had here
 * skips its tests, and what a driver cannot do is listed before the last line.
 *
 * `npm test -- lint test:unit` runs the steps of these names alone.
 */
import { readFileSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import { ensureChromium } from './browsers/chromium.mjs';
import { ensureFirefox } from './browsers/firefox.mjs';
import { ensureWebKit } from './browsers/webkit.mjs';
import { countTests } from './check/count-tests.mjs';
import { runStep } from './check/run-step.mjs';

/** @typedef {import('./check/run-step.mjs').Step} Step */
/** @typedef {import('./check/run-step.mjs').Browser} Browser */

/**
 * The scripts of package.json, one phase after the other; within one, as many side by side as it says. Browsers run
 * alone, since a busy machine makes them slow first.
 *
 * @type {{ atOnce: number, steps: Step[] }[]}
 */
const PHASES = [
  {
    atOnce: 2,
    steps: [
      step('build'),
      step('lint'),
      step('types'),
      step('format:check'),
      step('test:unit', { tests: true }),
      step('knip'),
      step('api:check', { needs: 'build' }),
      step('size', { needs: 'build' }),
      step('publint', { needs: 'build' }),
      step('attw', { needs: 'build' }),
      step('build:storybook'),
    ],
  },
  {
    atOnce: 1,
    steps: [
      step('test:package', { tests: true, browser: 'chromium', needs: 'build' }),
      step('test:docs', { tests: true, browser: 'chromium', needs: 'build:storybook' }),
      step('test:browser', { tests: true, browser: 'chromium' }),
      step('test:stories', { tests: true, browser: 'chromium' }),
      step('test:firefox', { tests: true, browser: 'firefox' }),
    ],
  },
];

/** @type {{ name: Browser, ensure: () => string }[]} */
const BROWSERS = [
  { name: 'chromium', ensure: ensureChromium },
  { name: 'firefox', ensure: ensureFirefox },
  { name: 'webkit', ensure: ensureWebKit },
];

/**
 * @param {keyof typeof packageJson.scripts} name
 * @param {Omit<Step, 'name' | 'command'>} [traits]
 * @returns {Step}
 */
function step(name, traits) {
  return { name, command: packageJson.scripts[name].split(' '), ...traits };
}

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} the tests that an engine could not run, with the reason */
const skips = [];
/** @type {Map<string, Promise<boolean>>} */
const runs = new Map();
/** @type {Map<string, string>} why a browser cannot be had */
const missing = new Map();

/**
 * Says how it went, and whether it went well.
 *
 * @param {Step} step
 * @returns {Promise<boolean>}
 */
async function check(step) {
  if (step.needs && (await runs.get(step.needs)) === false) {
    total.skipped++;
    console.log(`skipped  ${step.name}: ${step.needs} failed`);
    return false;
  }
  const noBrowser = step.browser && missing.get(step.browser);
  if (noBrowser && step.browser === 'chromium') {
    total.failed++;
    console.log(`FAILED   ${step.name}: ${noBrowser}`);
    return false;
  }
  if (noBrowser) {
    total.skipped++;
    console.log(`skipped  ${step.name}: ${noBrowser}`);
    return true;
  }
  const run = await runStep(step);
  const counts = countTests(run);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const took = `${run.seconds.toFixed(1)} s`;
  if (counts.failed === 0) {
    console.log(`passed   ${step.name}: ${step.tests ? `${counts.passed} tests, ` : ''}${took}`);
    skips.push(...run.skips);
    return true;
  }
  console.log(`\n--- ${step.name} ---\n${readFileSync(run.log, 'utf8')}`);
  console.log(`FAILED   ${step.name}: ${run.stopped ?? 'no test ran'}, ${took}\n`);
  return false;
}

/** @param {Step[]} steps */
async function work(steps) {
  for (let step = steps.shift(); step; step = steps.shift()) {
    const run = check(step);
    runs.set(step.name, run);
    await run;
  }
}

const names = process.argv.slice(2);
const phases = PHASES.map(({ atOnce, steps }) => ({
  atOnce,
  steps: steps.filter(({ name }) => names.length === 0 || names.includes(name)),
}));
const browsers = new Set(phases.flatMap(({ steps }) => steps.map(({ browser }) => browser)));
for (const { name, ensure } of BROWSERS) {
  if (!browsers.has(name)) continue;
  try {
    ensure();
  } catch (error) {
    missing.set(name, error instanceof Error ? error.message : String(error));
  }
}
for (const { atOnce, steps } of phases) {
  await Promise.all(Array.from({ length: atOnce }, () => work(steps)));
}

for (const skip of skips) console.log(skip);
const { passed, failed, skipped } = total;
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
