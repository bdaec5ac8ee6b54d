import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumOptions } from '../../../../scripts/browsers/chromium.mjs';
import { drivenByPlaywright } from './playwright.ts';

export function chromium(): BrowserConfigOptions {
  return drivenByPlaywright('chromium', chromiumOptions());
}
