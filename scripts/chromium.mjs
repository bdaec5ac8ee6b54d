/**
 * Finds a Chromium for the browser tests: CHROMIUM_PATH, the system's, or Playwright's own.
 * `node scripts/chromium.mjs` prints its path, after installing one where there is none.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** @returns {string | undefined} */
export function findChromium() {
  const fromEnvironment = process.env.CHROMIUM_PATH;
  if (fromEnvironment) {
    if (!existsSync(fromEnvironment)) {
      throw new Error(`CHROMIUM_PATH names ${fromEnvironment}, which does not exist.`);
    }
    return fromEnvironment;
  }
  return [...SYSTEM_PATHS, chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * @param {import('playwright').LaunchOptions} [options]
 * @returns {Promise<import('playwright').Browser>}
 */
export function launchChromium(options) {
  const executablePath = findChromium();
  return chromium.launch({
    ...options,
    args: CHROMIUM_FLAGS,
    ...(executablePath && { executablePath }),
  });
}

/** @returns {string} */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  for (const [command, ...args] of installers()) {
    try {
      execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
      const installed = findChromium();
      if (installed) return installed;
    } catch {
      // The next one may work.
    }
  }
  throw new Error(
    'No Chromium was found and none could be installed: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

function installers() {
  const isRoot = process.getuid?.() === 0;
  return [
    ['npx', 'playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'],
    ...(isRoot && existsSync('/usr/bin/apt-get')
      ? [['sh', '-c', 'apt-get update && apt-get install --yes chromium']]
      : []),
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureChromium());
}
