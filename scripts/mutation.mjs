/**
 * `npm run test:mutation`: breaks the code in every way that Stryker knows, and counts how often a test fails of it.
 *
 * `npm run test:mutation -- src/errors src/core/token` does so for these folders (or files) alone. What did not change since the last
 * run is taken from that one's record in temp/. Fails where a folder's score is below the threshold of stryker.config.mjs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import stryker from '../stryker.config.mjs';

const FOLDERS = [
  'src/errors',
  'src/shared',
  'src/core',
  'src/core/token',
  'src/core/modal',
  'src/core/integrations',
  'src/server/client',
  'src/server/endpoint',
  'src/server/token',
  'src/server/disconnect',
  'src/server/node',
  'src/react',
  'src/react/hooks',
  'src/react/button',
  'src/react/catalog',
  'src/react/internal',
  // The rest of src/sdk needs a browser.
  'src/sdk',
  'src/sdk/call',
];
const RESULTS = 'temp/mutation';

/**
 * The share of mutants that a test noticed, in percent, and those that none did.
 *
 * @param {string} folder
 */
function breakAndCount(folder) {
  const name = folder.replaceAll('/', '-');
  const files = /\.tsx?$/.test(folder) ? folder : `${folder}/*.ts,${folder}/*.tsx`;
  const report = `${RESULTS}/${name}.json`;
  const { status } = spawnSync(
    'npx',
    [
      ...['stryker', 'run', '--mutate', `${files},!src/sdk/adapter.ts`],
      ...['--incrementalFile', `${RESULTS}/${name}.incremental.json`],
    ],
    { stdio: 'inherit', env: { ...process.env, MUTATION_REPORT: report } },
  );
  if (!existsSync(report)) return { folder, score: NaN, missed: NaN, isEnough: false };
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files: reported } = JSON.parse(readFileSync(report, 'utf8'));
  const statuses = Object.values(reported).flatMap(({ mutants }) =>
    mutants.map((one) => one.status),
  );
  const count = (/** @type {string[]} */ ...names) =>
    statuses.filter((found) => names.includes(found)).length;
  const noticed = count('Killed', 'Timeout');
  const missed = count('Survived', 'NoCoverage');
  const score = (100 * noticed) / (noticed + missed);
  return { folder, score, missed, isEnough: status === 0 };
}

const folders = process.argv.slice(2);
const results = (folders.length > 0 ? folders : FOLDERS).filter(existsSync).map(breakAndCount);
console.log(`\nMutation score, ${stryker.thresholds.break} % at least:`);
for (const { folder, score, missed, isEnough } of results) {
  console.log(
    `${isEnough ? 'passed' : 'FAILED'}  ${folder.padEnd(24)}${score.toFixed(1).padStart(6)} %  ${missed} missed`,
  );
}
process.exitCode = results.every(({ isEnough }) => isEnough) ? 0 : 1;
