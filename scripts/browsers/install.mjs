import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** @typedef {[program: string, ...args: string[]]} Installer */

/**
 * Finds a browser, after installing one where there is none.
 *
 * @template Found
 * @param {() => Found | undefined} find
 * @param {Installer[]} installers tried one after the other
 * @param {string} advice for the error, when none of them helped
 * @returns {Found}
 */
export function findOrInstall(find, installers, advice) {
  const found = find();
  if (found) return found;
  for (const [program, ...args] of installers) {
    try {
      execFileSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
      const installed = find();
      if (installed) return installed;
    } catch {
      // The next one may work.
    }
  }
  throw new Error(advice);
}

/**
 * From the archive of Debian or Ubuntu, which takes root.
 *
 * @param {string[]} packages
 * @returns {Installer[]}
 */
export function fromApt(...packages) {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return [];
  const install = `apt-get install --yes --no-install-recommends ${packages.join(' ')}`;
  return [['sh', '-c', `apt-get update && DEBIAN_FRONTEND=noninteractive ${install}`]];
}

/**
 * The build that Playwright brings.
 *
 * @param {'chromium' | 'firefox' | 'webkit'} name
 * @returns {Installer[]}
 */
export function fromPlaywright(name) {
  return [['npx', 'playwright', 'install', ...(isRoot ? ['--with-deps'] : []), name]];
}

/**
 * @param {string} variable of the environment, which names a browser
 * @returns {string | undefined}
 */
export function pathFrom(variable) {
  const path = process.env[variable];
  if (path && !existsSync(path))
    throw new Error(`${variable} names ${path}, which does not exist.`);
  return path || undefined;
}
