import { playwright } from '@vitest/browser-playwright';
import type { LaunchOptions } from 'playwright';
import type { BrowserConfigOptions } from 'vitest/node';

/** An engine that Playwright drives, as a project of Vitest's. Each project takes an object of its own. */
export function drivenByPlaywright(
  browser: 'chromium' | 'firefox' | 'webkit',
  launchOptions: LaunchOptions,
): BrowserConfigOptions {
  return {
    enabled: true,
    headless: true,
    viewport: { width: 1280, height: 900 },
    screenshotFailures: false,
    provider: playwright({
      // Larger than any test's viewport, or Vitest scales its page down and clicks in nested frames miss.
      contextOptions: { viewport: { width: 1600, height: 1200 } },
      launchOptions,
    }),
    instances: [{ browser }],
  };
}
