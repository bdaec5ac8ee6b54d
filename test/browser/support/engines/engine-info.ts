import type { BrowserCommandContext } from 'vitest/node';
import { webDriverOf } from '../webkitgtk/provider.ts';
import type { Engine } from './cannot.ts';

/** What a test file runs in. */
export interface EngineInfo {
  engine: Engine;
  /** As its makers call it. */
  name: string;
  version: string;
}

const NAMES: Record<Engine, string> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
  webkitgtk: 'WebKitGTK',
};

/** What the tests of this context run in. */
export function engineInfo(command: BrowserCommandContext): EngineInfo {
  const webDriver = webDriverOf(command);
  if (webDriver) {
    return { engine: 'webkitgtk', name: NAMES.webkitgtk, version: webDriver.session.version };
  }
  const engine = command.project.config.browser.name as Engine;
  return { engine, name: NAMES[engine], version: command.context.browser()?.version() ?? '' };
}
