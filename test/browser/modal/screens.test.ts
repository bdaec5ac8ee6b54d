/** The modal on all sorts of screens, each a page of its own. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import type { Rect } from '../support/own-page-commands';

// Another browser is slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => commands.closeOwnBrowser());

function expectWithin(rect: Rect, width: number, height: number, top = 0): void {
  expect(rect.x).toBeGreaterThanOrEqual(0);
  expect(rect.y).toBeGreaterThanOrEqual(top);
  expect(rect.x + rect.width).toBeLessThanOrEqual(width);
  expect(rect.y + rect.height).toBeLessThanOrEqual(height);
}

test.each([
  [320, 480],
  [390, 700],
  [700, 320],
])('on a phone of %d x %d all of it can be seen and tapped', async (width, height) => {
  const { box, close } = await commands.measureModal({ width, height, isPhone: true });
  expectWithin(box, width, height);
  expectWithin(close, width, height);
  expect(close.width).toBeGreaterThanOrEqual(44);
  expect(close.height).toBeGreaterThanOrEqual(44);
});

test.each([200, 400])('at a zoom of %d % all of it can be seen and used', async (percent) => {
  const zoom = percent / 100;
  const [width, height] = [1280 / zoom, 1024 / zoom];
  const { box, close, overflowX } = await commands.measureModal({ width, height, zoom });
  expectWithin(box, width, height);
  expectWithin(close, width, height);
  expect(overflowX).toBeLessThanOrEqual(0);
});

test('a virtual keyboard lies beside it, not over it', async () => {
  const screen = { width: 390, height: 700, isPhone: true, keyboard: 320 };
  const { box, close, frame } = await commands.measureModal(screen);
  for (const rect of [box, close, frame]) expectWithin(rect, 390, 700 - 320);
});

test('the round corners of a phone cut nothing off', async () => {
  const screen = { width: 390, height: 700, isPhone: true, safeArea: { top: 47, bottom: 34 } };
  const { close, title, frame } = await commands.measureModal(screen);
  for (const rect of [close, title, frame]) expectWithin(rect, 390, 700 - 34, 47);
});

test('from right to left, the close button is at the left', async () => {
  const screen = { width: 1000, height: 800, direction: 'rtl' } as const;
  const { box, close, title, frame, overflowX } = await commands.measureModal(screen);
  expect(close.x - box.x).toBeLessThan(8);
  expect(close.x + close.width).toBeLessThanOrEqual(title.x);
  expect(frame.x).toBe(box.x);
  expect(overflowX).toBeLessThanOrEqual(0);
});

describe('while its page loads', () => {
  test('the skeleton moves, but for those who asked for less of that', async () => {
    const { moving } = await commands.lookAtLoadingModal({ reducedMotion: 'no-preference' });
    expect(moving).toBeGreaterThan(0);
    const still = await commands.lookAtLoadingModal({ reducedMotion: 'reduce' });
    expect(still.moving).toBe(0);
  });

  test('in forced colours a line shows where it ends', async () => {
    const { outline } = await commands.lookAtLoadingModal({ forcedColors: 'none' });
    expect(outline).toBe('none');
    const forced = await commands.lookAtLoadingModal({ forcedColors: 'active' });
    expect(forced.outline).toBe('solid');
  });
});
