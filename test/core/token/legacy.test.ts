import { expect, test } from 'vitest';
import type { AlloyOptions } from '../../../src/core/contract/options';
import { createTokenLegacy } from '../../../src/core/token/legacy';
import { createFakeBackend, type FakeBackend } from '../support/fake-backend';
import { createFakeBrowser, settle, type FakeBrowser } from '../support/fake-browser';
import { startAlloy, type StartedAlloy } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

interface PageOfRoutes {
  browser: FakeBrowser;
  backend: FakeBackend;
  /** The user comes to a route with a provider of its own. */
  enter(options?: object): StartedAlloy;
}

function openPage(): PageOfRoutes {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  const legacy = createTokenLegacy(browser.clock);
  return {
    browser,
    backend,
    enter: (options) =>
      startAlloy({ browser, backend, legacy, options: { userKey: 'user-1', ...options } }),
  };
}

test('twenty changes of route and an hour cost two requests', async () => {
  const { browser, backend, enter } = openPage();
  for (let visit = 0; visit < 10; visit++) {
    const { getToken, unmount } = enter();
    expect(await getToken()).toBe(backend.tokens[0]);
    unmount();
    await browser.pass(5 * SECOND);
  }
  expect(backend.requests).toHaveLength(1);
  const { status } = enter();
  await browser.pass(60 * MINUTE);
  expect(status()).toBe('ready');
  expect(backend.requests).toHaveLength(2);
});

test('one route takes over from another in the same turn', async () => {
  const { backend, enter } = openPage();
  const first = enter();
  await first.getToken();
  first.unmount();
  const second = enter();
  expect(second.status()).toBe('loading');
  await settle();
  expect(second.status()).toBe('ready');
  expect(await second.getToken()).toBe(backend.tokens[0]);
  expect(backend.requests).toHaveLength(1);
});

test('who only wants the token of a provider that has gone is not told that it is loading', async () => {
  const { enter } = openPage();
  const first = enter();
  await first.getToken();
  first.unmount();
  const second = enter({ preload: 'none' });
  await second.getToken();
  expect(second.status()).toBe('idle');
});

test('what is left keeps no timer and no listener', async () => {
  const { browser, enter } = openPage();
  const { getToken, unmount } = enter();
  await getToken();
  unmount();
  await browser.pass(0);
  expect(browser.timers() + browser.listeners()).toBe(0);
});

test('after half a minute nobody comes into it', async () => {
  const { browser, backend, enter } = openPage();
  for (const [awayMs, requests] of [
    [30 * SECOND - 1, 1],
    [30 * SECOND, 2],
  ] as const) {
    const before = enter();
    await before.getToken();
    before.unmount();
    await browser.pass(awayMs);
    const after = enter();
    await after.getToken();
    expect(backend.requests).toHaveLength(requests);
    after.unmount();
    await settle();
  }
});

test('a token at its end is not left', async () => {
  const { browser, backend, enter } = openPage();
  backend.behaveNext(() => backend.json(backend.token({ lifetimeMs: 40 * SECOND })));
  const first = enter();
  await first.getToken();
  browser.hide();
  await browser.pass(38 * SECOND);
  first.unmount();
  await settle();
  browser.show();
  expect(await enter().getToken()).toBe(backend.tokens[1]);
});

test.each<[string, Partial<AlloyOptions>[]]>([
  ['another user', [{ userKey: 'user-1' }, { userKey: 'user-2' }]],
  ['nobody known', [{ userKey: undefined }, { userKey: undefined }]],
  ['the same user in another region', [{ region: 'us' }, { region: 'eu' }]],
  ['another endpoint', [{ tokenUrl: '/a' }, { tokenUrl: '/b' }]],
])('%s inherits nothing', async (_, [first = {}, second = {}]) => {
  const { backend, enter } = openPage();
  const before = enter(first);
  await before.getToken();
  before.unmount();
  expect(await enter(second).getToken()).toBe(backend.tokens[1]);
});

test('a provider that asks by another function inherits nothing', () => {
  const { browser } = openPage();
  const legacy = createTokenLegacy(browser.clock);
  const token = { jwt: 'a' } as Parameters<typeof legacy.leave>[1];
  const getToken = (): Promise<string> => Promise.resolve('');
  const options = { userKey: 'user-1', getToken, fetch };
  legacy.leave(options, token);
  expect(legacy.of({ ...options, region: 'us' })).toBe(token);
  expect(legacy.of({ ...options, fetch: () => fetch('/') })).toBeNull();
  // It was forgotten then.
  expect(legacy.of(options)).toBeNull();
  legacy.leave(options, token);
  expect(legacy.of({ ...options, getToken: () => getToken() })).toBeNull();
});

test.each([
  ['another user', 'user-2'],
  ['nobody, by signing out', null],
])('what was left is forgotten at once when the provider gets %s', async (_, userKey) => {
  const { backend, enter } = openPage();
  const first = enter();
  await first.getToken();
  first.unmount();
  const other = enter({ userKey, preload: 'none' });
  await settle();
  other.unmount();
  expect(await enter().getToken()).toBe(backend.tokens[1]);
});

test('two roots of one user have a token each', async () => {
  const { backend, enter } = openPage();
  const tokens = [await enter().getToken(), await enter().getToken()];
  expect(tokens).toEqual(backend.tokens);
  expect(backend.requests).toHaveLength(2);
});

test('a token that Alloy refused is not left', async () => {
  const { backend, enter } = openPage();
  const { alloy, getToken, unmount } = enter();
  const refused = await getToken();
  backend.behaveNext(() => undefined);
  alloy.getToken({ rejected: refused }).catch(() => undefined);
  await settle();
  unmount();
  expect(await enter().getToken()).toBe(backend.tokens[1]);
});
