import { resolve } from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { countFaultRequests, planFaults, printFaults } from '../../../faults/support/commands.ts';
import * as browserCommands from '../commands.ts';
import { OVERLAY_LIBRARIES } from './overlay-libraries.ts';

/** Else Vite finds them in the middle of a first run, and loads the page anew. */
const IMPORTED_BY_TESTS = [
  'alloy-frontend',
  'alloy-frontend-1',
  ...OVERLAY_LIBRARIES,
  'jwt-decode',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  '@testing-library/react',
  'axe-core',
];

/** What is worth less in a second engine than the minutes that it takes there. */
const RARELY_DIFFERENT = [
  'test/browser/button/*.test.tsx',
  'test/browser/catalog/speed.test.tsx',
  'test/browser/modal/{announcements,faults,focus,gestures,life,look,overlays,page,screens,sources}.test.{ts,tsx}',
];

interface Selection {
  include?: string[];
  exclude?: string[];
}

/** The tests that run in every engine each time. */
export const EACH_TIME: Selection = { exclude: RARELY_DIFFERENT };

/** The tests that run in the second and third engine at night. */
export const NIGHTLY: Selection = { include: RARELY_DIFFERENT };

/** The browser tests in one engine, as a project of Vitest's. */
export function browserTests(
  name: string,
  browser: BrowserConfigOptions,
  { include = ['test/{browser,faults}/**/*.test.{ts,tsx}'], exclude = [] }: Selection = {},
): TestProjectInlineConfiguration {
  return {
    extends: true,
    optimizeDeps: { include: [...IMPORTED_BY_TESTS, ...importedByDriver(browser)] },
    test: {
      name,
      include,
      exclude,
      setupFiles: ['test/setup/every-test.ts', 'test/setup/browser.ts'],
      browser: {
        ...browser,
        expect: {
          toMatchScreenshot: {
            // Without the platform in the name: no text is in the pictures, so one serves all.
            resolveScreenshotPath: ({ arg, ext, root, screenshotDirectory, testFileDirectory }) =>
              resolve(root, testFileDirectory, screenshotDirectory, `${arg}${ext}`),
          },
        },
        commands: { ...browserCommands, countFaultRequests, planFaults, printFaults },
      },
    },
  };
}

/** Playwright's provider names its own. */
function importedByDriver({ provider }: BrowserConfigOptions): string[] {
  return provider?.name === 'webdriver' ? ['@vitest/browser/locators'] : [];
}
