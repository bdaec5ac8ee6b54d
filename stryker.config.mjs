/** Mutation testing, by scripts/mutation.mjs, a folder at a time. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  // What runs once, at import, would have to be tried against every test.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  tempDirName: 'temp/stryker',
  // Without .storybook the configuration of Vitest leaves out the stories.
  ignorePatterns: [
    '.storybook',
    'dist',
    'docs',
    'temp',
    'coverage',
    'storybook-static',
    'test/apps',
  ],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT ?? 'temp/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
};
