/** What hands and windows do around an opening, each on a page of its own. */
import { afterAll, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';

// Another browser is slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => commands.closeOwnBrowser());

test.each([60, 120, 250])(
  'a double click with %d ms between opens the modal, and a click later on closes it',
  async (pauseMs) => {
    expect(await commands.pressTwice({ pauseMs })).toEqual(['open', 'dismissed']);
  },
);

test('a double tap opens the modal, and a tap later on closes it', async () => {
  const pressed = await commands.pressTwice({ pauseMs: 120, isTouch: true });
  expect(pressed).toEqual(['open', 'dismissed']);
});

test('a drag across the edge of the box closes nothing, in either direction', async () => {
  expect(await commands.dragAcrossEdge()).toEqual([1, 1]);
});

test('of an Escape that is held down the page behind hears nothing, and of the next key all', async () => {
  expect(await commands.holdEscape()).toEqual({ heard: [], hearsAgain: true });
});

test('on a page that is cross-origin isolated the error says at once that the page cannot be shown', async () => {
  expect(await commands.connectIsolated()).toBe('modal/unreachable');
});

test('in a frame of 4,000 px the box is where the user is, and follows', async () => {
  for (const { y, height } of await commands.openInTallFrame()) {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(900);
  }
});
