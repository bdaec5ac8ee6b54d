import type { BrowserConfigOptions } from 'vitest/node';
import { findWebKit } from '../../../../scripts/browsers/webkit.mjs';
import { webDriver } from '../webkitgtk/provider.ts';
import { drivenByPlaywright } from './playwright.ts';

export function webkit(): BrowserConfigOptions {
  const found = findWebKit();
  const driven = drivenByPlaywright('webkit', {});
  return found?.driver === 'webdriver' ? { ...driven, provider: webDriver(found) } : driven;
}
