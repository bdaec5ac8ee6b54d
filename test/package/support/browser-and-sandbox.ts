import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../../scripts/browsers/chromium.mjs';
import { startSandbox } from './sandbox';

/** What an app is tried with. Both are there from the first test on. */
export interface BrowserAndSandbox {
  browser: Browser;
  /** The origin of a sandbox, which answers everything of Alloy. */
  sandbox: string;
}

/** Starts both before the tests of a file, and ends them after. */
export function withBrowserAndSandbox(): BrowserAndSandbox {
  const given = {} as BrowserAndSandbox;
  let stop: () => void;
  beforeAll(async () => {
    given.browser = await launchChromium();
    ({ origin: given.sandbox, stop } = await startSandbox());
  }, 60_000);
  afterAll(async () => {
    await given.browser.close();
    stop();
  });
  return given;
}
