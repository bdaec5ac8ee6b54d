import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** The tests that a mutation run repeats: those without a browser, a process or a build of their own. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    projects: (config.test?.projects ?? []).filter(
      (project) =>
        typeof project === 'object' &&
        'test' in project &&
        (project.test.name === 'node' || project.test.name === 'dom'),
    ),
    exclude: [
      '**/node_modules/**',
      'test/lint/**',
      'test/ssr/**',
      'test/server/isolate.test.ts',
      // The same again through the servers of others.
      'test/server/node/{frameworks,lambda,sessions}.test.ts',
      'test/server/sandbox-script.test.ts',
      'test/server/token/redis.test.ts',
    ],
    // Files share their modules, which saves most of a mutant's time.
    isolate: false,
    env: { MODEL_RUNS: '30', MODEL_SEED: '1' },
  },
});
