/**
 * How the modal looks, against pictures. Fonts differ from machine to machine, so no text is in them; nor
 * is anything of Alloy's page.
 */
import { screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import { takeConsole } from '../../support/console';
import { click, modal, PATIENT, renderButton } from '../support/modal-harness';

const LOAD_TIMEOUT_MS = 20_000;
const TOLERANCE = { comparatorOptions: { allowedMismatchedPixelRatio: 0.01 } };

beforeAll(() => import('../../../src/styles.css'));

const withoutText = new CSSStyleSheet();
withoutText.replaceSync('* { color: transparent !important }');

beforeEach(async () => {
  document.adoptedStyleSheets.push(withoutText);
  await commands.answerAlloy({ page: 'never' });
});

afterEach(async () => {
  document.adoptedStyleSheets = [];
  document.documentElement.style.colorScheme = '';
  await page.viewport(1280, 900);
});

async function openInVain(): Promise<void> {
  renderButton({ integrationId: 'i1', options: { title: 'Connect Shopify' } });
  await screen.findByRole('button', { name: 'Connect' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await click(screen.getByRole('button', { name: 'Connect' }));
  await vi.waitFor(() => expect(modal()).toBeVisible(), PATIENT);
}

describe('while its page loads', () => {
  test.each(['light', 'dark'])('%s', async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    await page.viewport(700, 800);
    await openInVain();
    vi.useRealTimers();
    await expect(modal()).toMatchScreenshot(`loading-${scheme}`, TOLERANCE);
  });

  test('on a phone, from edge to edge', async () => {
    await page.viewport(320, 480);
    await openInVain();
    vi.useRealTimers();
    await expect(modal()).toMatchScreenshot('loading-phone', TOLERANCE);
  });
});

test('when its page did not come', async () => {
  await page.viewport(700, 800);
  await openInVain();
  vi.advanceTimersByTime(LOAD_TIMEOUT_MS);
  vi.useRealTimers();
  await expect(modal()).toMatchScreenshot('gave-up', TOLERANCE);
  expect(takeConsole('warn')).toEqual([expect.stringContaining('modal/timeout')]);
});
