import type { BrowserCommandContext } from 'vitest/node';
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
export function engineInfo({ context, project }: BrowserCommandContext): EngineInfo {
  const engine = project.config.browser.name as Engine;
  return { engine, name: NAMES[engine], version: context.browser()?.version() ?? '' };
}
