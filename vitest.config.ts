import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { browserTests, EACH_TIME, NIGHTLY } from './test/browser/support/engines/browser-tests.ts';
import { chromium } from './test/browser/support/engines/chromium.ts';
import { firefox } from './test/browser/support/engines/firefox.ts';
import { webkit } from './test/browser/support/engines/webkit.ts';

const REACT_18 = {
  react: resolve('test/apps/react18/node_modules/react'),
  'react-dom': resolve('test/apps/react18/node_modules/react-dom'),
  // Its ES modules, since an alias does not reach into CommonJS.
  '@testing-library/react': resolve(
    'node_modules/@testing-library/react/dist/@testing-library/react.esm.js',
  ),
};

/** Packages that must meet the aliased React too. */
const USERS_OF_REACT = ['@testing-library/react'];

export default defineConfig({
  plugins: [react()],
  test: {
    // For a busy machine; what a test waits for is named in it.
    testTimeout: 20_000,
    // Before each test.
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    reporters: ['default', './test/browser/support/engines/skips-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['test/setup/every-test.ts'],
          include: ['test/{core,errors,lint,server,shared,ssr}/**/*.test.{ts,tsx}'],
          env: { REACT_MAJOR: '19' },
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/{react,sdk,testing}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup/every-test.ts', 'test/setup/dom.ts'],
        },
      },
      {
        extends: true,
        resolve: { alias: REACT_18 },
        test: {
          name: 'node-react18',
          environment: 'node',
          setupFiles: ['test/setup/every-test.ts'],
          include: ['test/ssr/**/*.test.{ts,tsx}'],
          env: { REACT_MAJOR: '18' },
          server: { deps: { inline: USERS_OF_REACT } },
        },
      },
      {
        extends: true,
        resolve: { alias: REACT_18 },
        test: {
          name: 'dom-react18',
          environment: 'jsdom',
          include: ['test/react/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup/every-test.ts', 'test/setup/dom.ts'],
          server: { deps: { inline: USERS_OF_REACT } },
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          setupFiles: ['test/setup/every-test.ts'],
          include: ['test/package/*.test.ts'],
          globalSetup: ['test/package/support/consumer.ts'],
        },
      },
      {
        // Apps that install what they need from npm: nightly.
        extends: true,
        test: {
          name: 'apps',
          environment: 'node',
          setupFiles: ['test/setup/every-test.ts'],
          include: ['test/package/apps/*.test.ts'],
          // The end of a test takes a whole node_modules away.
          hookTimeout: 120_000,
          globalSetup: ['test/package/support/consumer.ts'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'docs',
          environment: 'node',
          setupFiles: ['test/setup/every-test.ts'],
          include: ['test/docs/**/*.test.ts'],
        },
      },
      browserTests('browser', chromium()),
      browserTests('firefox', firefox(), EACH_TIME),
      browserTests('firefox-nightly', firefox(), NIGHTLY),
      browserTests('webkit', webkit(), EACH_TIME),
      browserTests('webkit-nightly', webkit(), NIGHTLY),
      ...(existsSync('.storybook/main.ts')
        ? [
            {
              extends: true as const,
              plugins: [storybookTest({ configDir: '.storybook' })],
              test: {
                name: 'stories',
                setupFiles: ['test/setup/every-test.ts'],
                browser: chromium(),
              },
            },
          ]
        : []),
    ],
  },
});
