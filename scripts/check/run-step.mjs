import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const RESULTS = 'temp/check';
const STALLED_MS = 12 * 60_000;

const SKIPS_REPORTER = './test/browser/support/engines/skips-reporter.ts';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} Browser
 * @typedef {{ name: string, command: string[], tests?: boolean, browser?: Browser, needs?: string }} Step
 * @typedef {{ step: Step, log: string, report: string, stopped: string | null, skips: string[], seconds: number }} Run
 */

/**
 * Runs one step with its output in a file. `stopped` says why it failed, or is null.
 *
 * @param {Step} step
 * @returns {Promise<Run>}
 */
export async function runStep(step) {
  mkdirSync(RESULTS, { recursive: true });
  const file = `${RESULTS}/${step.name.replace(':', '-')}`;
  const [log, report] = [`${file}.log`, `${file}.json`];
  const started = Date.now();
  const stopped = await run(
    step.tests ? [...step.command, ...reporters(report)] : step.command,
    log,
  );
  const skips = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('skipped in '));
  return { step, log, report, stopped, skips, seconds: (Date.now() - started) / 1000 };
}

/** @param {string} report */
function reporters(report) {
  return [
    ...['default', 'json', SKIPS_REPORTER].map((name) => `--reporter=${name}`),
    `--outputFile.json=${report}`,
  ];
}

/**
 * @param {string[]} command
 * @param {string} log
 * @returns {Promise<string | null>}
 */
function run([program = '', ...args], log) {
  const output = openSync(log, 'w');
  return new Promise((done) => {
    const child = spawn(program, args, {
      stdio: ['ignore', output, output],
      env: {
        ...process.env,
        PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
        ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
      },
      shell: process.platform === 'win32',
      timeout: STALLED_MS,
      killSignal: 'SIGKILL',
    });
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => {
      if (signal) done(`stopped by ${signal}, after ${STALLED_MS / 60_000} minutes at most`);
      else done(code === 0 ? null : `exit code ${code}`);
    });
  }).finally(() => closeSync(output));
}
