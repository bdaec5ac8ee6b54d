import type { BrowserConfigOptions } from 'vitest/node';
import { firefoxOptions } from '../../../../scripts/browsers/firefox.mjs';
import { drivenByPlaywright } from './playwright.ts';

/**
 * Playwright over WebDriver BiDi clicks into no frame under a transform, and Vitest scales the parent of its own,
 * even by 1.
 */
const NO_TRANSFORM = `
  const style = document.createElement('style');
  style.textContent = '#vitest-tester, #vitest-tester * { transform: none !important }';
  document.head.append(style);
`;

export function firefox(): BrowserConfigOptions {
  return {
    ...drivenByPlaywright('firefox', firefoxOptions()),
    orchestratorScripts: [{ type: 'text/javascript', content: NO_TRANSFORM }],
  };
}
