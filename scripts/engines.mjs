/**
 * `npm run engines`: writes what the last runs of the browser tests ran, and in which versions, into the table of the
 * guide on browsers. Each run notes itself in temp/engines.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';

const RUNS = 'temp/engines';
const TABLE = 'stories/engines.json';

/** @typedef {import('../test/browser/support/engines/skips-reporter.ts').EngineRun} EngineRun */

/** @type {Map<string, { name: string, version: string, passed: number, skipped: Record<string, number> }>} */
const rows = new Map();
for (const file of readdirSync(RUNS).sort()) {
  /** @type {EngineRun} */
  const { engine, name, version, files, skipped } = JSON.parse(
    readFileSync(`${RUNS}/${file}`, 'utf8'),
  );
  const row = rows.get(engine) ?? { name, version, passed: 0, skipped: {} };
  rows.set(engine, row);
  for (const counts of Object.values(files)) {
    if (counts.failed > 0)
      throw new Error(`${file}: a test failed. The table tells of green runs.`);
    row.passed += counts.passed;
  }
  for (const { reason } of skipped) row.skipped[reason] = (row.skipped[reason] ?? 0) + 1;
}

const options = await prettier.resolveConfig(TABLE);
const text = JSON.stringify([...rows.values()]);
writeFileSync(TABLE, await prettier.format(text, { ...options, parser: 'json' }));
console.log(`${TABLE} is new.`);
