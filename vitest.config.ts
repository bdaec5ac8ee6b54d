import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';
import * as browserCommands from './test/browser/support/commands.ts';
import { countFaultRequests, planFaults, printFaults } from './test/faults/support/commands.ts';

/** One object a project: shared ones report stories under another project's name. */
function chromium(): BrowserConfigOptions {
  const executablePath = findChromium();
  return {
    enabled: true,
    headless: true,
    viewport: { width: 1280, height: 900 },
    screenshotFailures: false,
    provider: playwright({
      // Larger than any test's viewport, or Vitest scales its page down and clicks in nested frames miss.
      contextOptions: { viewport: { width: 1600, height: 1200 } },
      launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) },
    }),
    instances: [{ browser: 'chromium' }],
  };
}

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
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/support/consumer.ts'],
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
      {
        extends: true,
        optimizeDeps: {
          include: [
            'alloy-frontend',
            'alloy-frontend-1',
            '@mui/material/Button',
            '@mui/material/Dialog',
            '@radix-ui/react-dialog',
            'jwt-decode',
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            '@tanstack/query-core',
            '@testing-library/react',
            'axe-core',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/{browser,faults}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup/every-test.ts', 'test/setup/browser.ts'],
          browser: {
            ...chromium(),
            expect: {
              toMatchScreenshot: {
                // Without the platform in the name: no text is in the pictures, so one serves all.
                resolveScreenshotPath: ({
                  arg,
                  ext,
                  root,
                  screenshotDirectory,
                  testFileDirectory,
                }) => resolve(root, testFileDirectory, screenshotDirectory, `${arg}${ext}`),
              },
            },
            commands: { ...browserCommands, countFaultRequests, planFaults, printFaults },
          },
        },
      },
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
