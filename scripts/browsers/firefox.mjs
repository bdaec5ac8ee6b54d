/**
 * Finds a Firefox for the browser tests: FIREFOX_PATH, Playwright's own, or the system's.
 * `node scripts/browsers/firefox.mjs` prints its path, after installing one where there is none.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { firefox } from 'playwright';
import { findOrInstall, fromApt, fromPlaywright, pathFrom } from './install.mjs';

const SYSTEM_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

const PREFERENCES = {
  // A request whose connection is reset is sent once, so that a test can count: else Firefox sends it ten times.
  'network.http.request.max-attempts': 1,
};
/** Frames of other origins stay in the page's process: Playwright's input stops at the border of a process. */
const ONE_PROCESS = { 'fission.webContentIsolationStrategy': 0 };
/** Each origin has a process of its own, as for users. */
const ISOLATED = { 'fission.webContentIsolationStrategy': 1 };

/** @returns {string | undefined} */
function findFirefox() {
  return (
    pathFrom('FIREFOX_PATH') ??
    [firefox.executablePath(), ...SYSTEM_PATHS].find((path) => existsSync(path))
  );
}

/**
 * What Playwright needs to launch it. A Firefox that is not Playwright's own build is driven by WebDriver BiDi.
 *
 * @param {{ isolated?: boolean }} [options] whether each origin has a process of its own, as for users
 * @returns {import('playwright').LaunchOptions}
 */
export function firefoxOptions({ isolated = false } = {}) {
  const executablePath = findFirefox();
  if (!executablePath || executablePath === firefox.executablePath()) {
    return { firefoxUserPrefs: PREFERENCES };
  }
  const firefoxUserPrefs = { ...PREFERENCES, ...(isolated ? ISOLATED : ONE_PROCESS) };
  return { channel: 'moz-firefox', executablePath, firefoxUserPrefs };
}

/** @returns {string} */
export function ensureFirefox() {
  return findOrInstall(
    findFirefox,
    [...fromApt('firefox-esr'), ...fromPlaywright('firefox')],
    'No Firefox was found and none could be installed: install one (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.',
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureFirefox());
}
