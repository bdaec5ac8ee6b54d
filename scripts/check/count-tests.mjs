import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The tests of one run: those of Vitest's report, or the run itself where it is no test runner.
 *
 * @param {import('./run-step.mjs').Run} run
 * @returns {Counts}
 */
export function countTests({ step, report, stopped }) {
  if (!step.tests) return { passed: stopped ? 0 : 1, failed: stopped ? 1 : 0, skipped: 0 };
  const counts = readReport(report);
  // A runner that fails by itself (an unhandled error, no test found, a stall) names no failed test.
  if ((stopped || counts.passed === 0) && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @param {string} report
 * @returns {Counts}
 */
function readReport(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  let json;
  try {
    json = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return counts;
  }
  for (const { status, assertionResults } of json.testResults) {
    // A file that cannot be loaded fails without a test.
    if (status === 'failed' && assertionResults.length === 0) counts.failed++;
    for (const test of assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') counts[test.status]++;
      else counts.skipped++;
    }
  }
  return counts;
}
