/**
 * Finds a WebKit for the browser tests: Playwright's own, or WebKitGTK with its WebDriver.
 * `node scripts/browsers/webkit.mjs` prints its path, after installing one where there is none.
 */
import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { webkit } from 'playwright';
import { findOrInstall, fromApt, fromPlaywright } from './install.mjs';

const WEB_DRIVER = '/usr/bin/WebKitWebDriver';
/** Gives it a screen: this browser has no mode without one. */
const SCREEN = '/usr/bin/xvfb-run';

/**
 * @typedef {{ driver: 'playwright', path: string } | { driver: 'webdriver', path: string, webDriver: [string, ...string[]] }} WebKit
 */

/** @returns {WebKit | undefined} */
export function findWebKit() {
  const own = webkit.executablePath();
  if (existsSync(own)) return { driver: 'playwright', path: own };
  const path = miniBrowser();
  if (!path || !existsSync(WEB_DRIVER) || !existsSync(SCREEN)) return undefined;
  return { driver: 'webdriver', path, webDriver: [SCREEN, '--auto-servernum', WEB_DRIVER] };
}

/** The bare browser that WebKitGTK brings, in a folder that bears the machine's architecture. */
function miniBrowser() {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/usr/lib')
    .flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map(
        (version) => `/usr/lib/${folder}/${version}/MiniBrowser`,
      ),
    )
    .find((path) => existsSync(path));
}

/** @returns {string} */
export function ensureWebKit() {
  return findOrInstall(
    findWebKit,
    [...fromApt('webkit2gtk-driver', 'xvfb', 'xauth'), ...fromPlaywright('webkit')],
    'No WebKit was found and none could be installed: install one (Debian: apt-get install webkit2gtk-driver xvfb xauth; elsewhere: npx playwright install webkit).',
  ).path;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureWebKit());
}
