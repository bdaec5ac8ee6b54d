import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { BUTTONS } from './measure/buttons.mjs';
import { LATENCY_MS } from './measure/flows.mjs';

/**
 * @typedef {Map<string, Record<string, number>>} Medians
 * @typedef {{ browser: string, rounds: number, bundles: Map<string, number>, buttons: Medians, labels: Medians,
 *   catalog: Map<number, Medians>, readyMs: number, tokenRequests: number }} Measured
 */

const GUIDE = 'stories/guides/Benchmarks.mdx';
const TITLES = {
  plain: '`<button>` and status',
  glue: '`alloy-frontend` by hand',
  ours: 'alloy-react',
  plaid: 'react-plaid-link',
  merge: 'react-merge-link',
};
const WORK = {
  mount: 'mount of 1,000',
  update: 'update of 1,000',
  hydrate: 'hydration of 1,000',
  ssr: '`renderToString` of 1,000',
};

/**
 * All that was measured, as Markdown.
 *
 * @param {Measured} measured
 */
export function describe(measured) {
  return [
    `${machine()}, Chromium ${measured.browser}, React ${versionOf('node_modules/react')}, Node ${process.version.slice(1)}; ${new Date().toISOString().slice(0, 10)}.`,
    `Medians of ${measured.rounds} rounds. In brackets: how many times the first column.`,
    '',
    '## A thousand buttons',
    '',
    ...table(
      ['CPU ms', ...BUTTONS.map((name) => TITLES[name])],
      Object.entries(WORK).map(([key, title]) => {
        const of = (/** @type {string} */ name) => measured.buttons.get(name)?.[key] ?? NaN;
        return [title, ...BUTTONS.map((name) => withRatio(of(name), of('plain')))];
      }),
    ),
    '',
    '## The catalog, until all cards are there',
    '',
    ...table(
      ['CPU ms', 'a map over the answer', '`<IntegrationCatalog>`'],
      [...measured.catalog].map(([size, medians]) => {
        const naive = medians.get('naive-catalog')?.cards ?? NaN;
        const ours = medians.get('catalog')?.cards ?? NaN;
        return [`${thousands(size)} integrations`, withRatio(naive, naive), withRatio(ours, naive)];
      }),
    ),
    '',
    '## A host that renders again',
    '',
    ...table(
      [
        'CPU ms of one render, 1,000 buttons below',
        'the same labels',
        'new labels that say the same',
      ],
      [
        [
          'provider',
          withRatio(labelsOf(measured, 'stable'), labelsOf(measured, 'stable')),
          withRatio(labelsOf(measured, 'inline'), labelsOf(measured, 'stable')),
        ],
      ],
    ),
    '',
    '## On the first page of a Vite app with a lazy route',
    '',
    ...table(
      ['imported', 'bytes more, gzip -9'],
      [...measured.bundles].map(([name, bytes]) => [name, thousands(bytes)]),
    ),
    '',
    '## On the way to ready',
    '',
    ...table(
      ['what', 'measured'],
      [
        [
          `ready after hydration, when each answer takes ${LATENCY_MS} ms`,
          `${Math.round(measured.readyMs)} ms, ${(measured.readyMs / LATENCY_MS).toFixed(1)} answers one after the other`,
        ],
        ['token requests of 20 route changes, 10 of them back', String(measured.tokenRequests)],
      ],
    ),
  ].join('\n');
}

/** @param {Measured} measured @param {string} name */
function labelsOf(measured, name) {
  return measured.labels.get(name)?.render ?? NaN;
}

/** @param {number} ms @param {number} base */
function withRatio(ms, base) {
  if (Number.isNaN(ms)) return 'not within 20 s';
  const shown = ms < 10 ? ms.toFixed(1) : String(Math.round(ms));
  return ms === base ? shown : `${shown} (${(ms / base).toFixed(2)})`;
}

/** @param {number} value */
function thousands(value) {
  return value.toLocaleString('en-US');
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`);
}

function machine() {
  return `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`;
}

/** @param {string} folder */
function versionOf(folder) {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version;
}

/**
 * Puts the tables into the guide, between its marks.
 *
 * @param {string} text
 */
export function writeGuide(text) {
  const guide = readFileSync(GUIDE, 'utf8');
  const written = guide.replace(
    /(\{\/\* npm run bench \*\/\})[\s\S]*(\{\/\* the end \*\/\})/,
    (_, start, end) => `${start}\n\n${text}\n\n${end}`,
  );
  writeFileSync(GUIDE, written);
}
