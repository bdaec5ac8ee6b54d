import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';
import * as commands from './test/browser/commands.ts';

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

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{core,server}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/{react,sdk,testing}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup-dom.ts'],
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: [
            'alloy-frontend',
            'jwt-decode',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            '@tanstack/react-query',
            '@testing-library/react',
            'axe-core',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          setupFiles: ['test/browser/setup.ts'],
          browser: { ...chromium(), commands },
        },
      },
      ...(existsSync('.storybook/main.ts')
        ? [
            {
              extends: true as const,
              plugins: [storybookTest({ configDir: '.storybook' })],
              test: { name: 'stories', browser: chromium() },
            },
          ]
        : []),
    ],
  },
});
