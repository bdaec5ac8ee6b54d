import { chromium, firefox, webkit, type Browser } from 'playwright';
import { chromiumOptions } from '../../../../scripts/browsers/chromium.mjs';
import { firefoxOptions } from '../../../../scripts/browsers/firefox.mjs';

/** A browser of this engine that nobody else uses, as near to a user's as Playwright lets it be. */
export function launchEngine(name: string): Promise<Browser> {
  if (name === 'firefox') return firefox.launch(firefoxOptions());
  if (name === 'webkit') return webkit.launch();
  return chromium.launch({
    ...chromiumOptions(),
    ignoreDefaultArgs: ['--hide-scrollbars', '--disable-back-forward-cache'],
  });
}
