import { chromium, firefox, webkit, type Browser } from 'playwright';
import { chromiumOptions } from '../../../../scripts/browsers/chromium.mjs';
import { firefoxOptions } from '../../../../scripts/browsers/firefox.mjs';

/**
 * A browser of this engine that nobody else uses, as near to a user's as Playwright lets it be. Isolated, its frames of
 * other origins are in processes of their own, where Playwright's input does not reach them in Firefox.
 */
export function launchEngine(name: string, options: { isolated?: boolean } = {}): Promise<Browser> {
  if (name === 'firefox') return firefox.launch(firefoxOptions(options));
  if (name === 'webkit') return webkit.launch();
  return chromium.launch({
    ...chromiumOptions(),
    ignoreDefaultArgs: ['--hide-scrollbars', '--disable-back-forward-cache'],
  });
}
