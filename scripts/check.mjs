/** `npm test`: every check of the project, one after the other; the last line counts all tests. */
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.mjs';

process.env.CHROMIUM_PATH = ensureChromium();

const STEPS = [
  ['format', 'npx prettier --check .'],
  ['lint', 'npx eslint . --max-warnings 0'],
  ['types', 'npx tsc --noEmit'],
  ['tests', 'npx vitest run'],
];

for (const [name, command] of STEPS) {
  console.log(`\n=== ${name}`);
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
