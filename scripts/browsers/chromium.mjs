/**
 * Finds a Chromium for the browser tests: CHROMIUM_PATH, the system's, or Playwright's own.
 * `node scripts/browsers/chromium.mjs` prints its path, after installing one where there is none.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { findOrInstall, fromApt, fromPlaywright, pathFrom } from './install.mjs';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** @returns {string | undefined} */
function findChromium() {
  return (
    pathFrom('CHROMIUM_PATH') ??
    [...SYSTEM_PATHS, chromium.executablePath()].find((path) => existsSync(path))
  );
}

/**
 * What Playwright needs to launch it.
 *
 * @returns {import('playwright').LaunchOptions}
 */
export function chromiumOptions() {
  const executablePath = findChromium();
  return { args: FLAGS, ...(executablePath && { executablePath }) };
}

/**
 * @param {import('playwright').LaunchOptions} [options]
 * @returns {Promise<import('playwright').Browser>}
 */
export function launchChromium(options) {
  return chromium.launch({ ...options, ...chromiumOptions() });
}

/** @returns {string} */
export function ensureChromium() {
  return findOrInstall(
    findChromium,
    [...fromPlaywright('chromium'), ...fromApt('chromium')],
    'No Chromium was found and none could be installed: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureChromium());
}
