/** What depends on the whole page: each on a page of its own, outside of the test runner's frame. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';

// Another browser is slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => commands.closeOwnBrowser());

const NONCE = 'r4nd0m';

describe('under a strict content security policy', () => {
  const modalAlone = "style-src 'none'; img-src 'none'; frame-src https://app.runalloy.com";

  test("npm's SDK needs frame-src alone, and the layout gets through", async () => {
    const policy = `default-src 'none'; script-src 'self' 'nonce-${NONCE}'; connect-src 'self'; ${modalAlone}`;
    const { blocked, boxWidth } = await commands.connectUnderPolicy({ policy, nonce: NONCE });
    expect(blocked).toEqual([]);
    expect(boxWidth).toBe(400);
  });

  test('the hosted script is let in by its nonce', async () => {
    const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; connect-src 'self'; ${modalAlone}`;
    const query = `hosted&nonce=${NONCE}`;
    const { blocked } = await commands.connectUnderPolicy({ policy, nonce: NONCE, query });
    expect(blocked).toEqual([]);
  });
});

describe('under Trusted Types', () => {
  const policy = (names: string): string =>
    `script-src 'nonce-${NONCE}' https://cdn.runalloy.com; require-trusted-types-for 'script'; trusted-types ${names}`;

  test('the hosted script is let in by the policy alloy-react', async () => {
    const query = `hosted&nonce=${NONCE}`;
    const page = { policy: policy('alloy-react'), nonce: NONCE, query };
    expect((await commands.connectUnderPolicy(page)).blocked).toEqual([]);
  });

  test("npm's SDK needs none", async () => {
    const page = { policy: policy("'none'"), nonce: NONCE };
    expect((await commands.connectUnderPolicy(page)).blocked).toEqual([]);
  });
});

test('the page behind does not scroll or shift, and its own overflow is left alone', async () => {
  const seen = await commands.scrollBehindModal();
  expect(seen.scrollbarWidth).toBeGreaterThan(0);
  expect(seen.scrolledBy).toBe(0);
  expect(seen.during).toEqual(seen.before);
  expect(seen.after).toEqual(seen.before);
  expect(seen.style).toEqual({ overflow: 'auto', html: null });
});

test('a page that comes back from the back/forward cache has its modal still, and at work', async () => {
  expect(await commands.leaveAndComeBack()).toBe(true);
});

test('it shows and works over a fullscreen element, which stays', async () => {
  expect(await commands.openInFullscreen()).toBe('main');
});

test('two tabs hear nothing of each other', async () => {
  expect(await commands.openInTwoTabs()).toBe('open');
});
