import { expect, test } from 'vitest';
import { createModalSession } from '../../../src/core/modal/session';
import { takeConsole } from '../../support/console';
import { createFakeBackend } from '../support/fake-backend';
import { createFakeBrowser, settle } from '../support/fake-browser';
import { startAlloy, type StartedAlloy, type StartOptions } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

interface SlowStart extends StartedAlloy {
  /** The engine's chunk arrives. */
  arrive(): Promise<void>;
  /** It does not. */
  fail(): Promise<void>;
}

/** The engine's chunk comes when the test says so. */
function startSlowly(start: StartOptions = {}): SlowStart {
  const chunks: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const started = startAlloy({
    ...start,
    loadChunk: () => new Promise((resolve, reject) => chunks.push({ resolve, reject })),
  });
  return {
    ...started,
    async arrive() {
      for (const { resolve } of chunks) resolve();
      await settle();
    },
    async fail() {
      for (const { reject } of chunks) reject(new TypeError('Failed to fetch the module'));
      await settle();
    },
  };
}

test('the first request leaves at once and its answer is the one that is used', async () => {
  const { backend, status, arrive, getToken } = startSlowly();
  expect(backend.requests).toHaveLength(1);
  expect(status()).toBe('loading');
  await arrive();
  expect(status()).toBe('ready');
  expect(await getToken()).toBe(backend.tokens[0]);
  expect(backend.requests).toHaveLength(1);
});

test('nothing is asked for before a provider that preloads nothing is used', async () => {
  const { alloy, backend, arrive, status } = startSlowly({ options: { preload: 'none' } });
  await settle();
  expect(backend.requests).toHaveLength(0);
  alloy.intent();
  expect(backend.requests).toHaveLength(0);
  expect(status()).toBe('idle');
  alloy.preload();
  await arrive();
  expect(backend.requests).toHaveLength(1);
  expect(status()).toBe('ready');
});

test('an intent preloads where that was asked for', async () => {
  const { alloy, backend } = startSlowly({ options: { preload: 'intent' } });
  await settle();
  expect(backend.requests).toHaveLength(0);
  alloy.intent();
  alloy.intent();
  expect(backend.requests).toHaveLength(1);
});

test('a first request that failed meanwhile is the first try of four', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(() => Promise.reject(new TypeError('Failed to fetch')));
  const { status, arrive, events } = startSlowly({ browser, backend });
  await browser.pass(5 * SECOND);
  expect(backend.requests).toHaveLength(1);
  await arrive();
  expect(events).toContainEqual(expect.objectContaining({ type: 'token.failed', attempt: 1 }));
  await browser.pass(SECOND);
  expect(status()).toBe('ready');
  expect(backend.requests).toHaveLength(2);
});

test('a first request that hangs is given up and made again', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(() => undefined);
  const { status, arrive } = startSlowly({ browser, backend });
  await arrive();
  await browser.pass(12 * SECOND);
  expect(backend.requests[0]?.signal.aborted).toBe(true);
  expect(status()).toBe('ready');
});

test('a first answer that waited too long for the engine is not used', async () => {
  const { backend, browser, status, arrive, getToken } = startSlowly();
  browser.sleep(2 * 60 * MINUTE);
  await arrive();
  await browser.pass(3 * SECOND);
  expect(status()).toBe('ready');
  expect(await getToken()).toBe(backend.tokens[1]);
});

test('an engine that does not arrive aborts the request, tells, and is fetched again at the next need', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(() => undefined);
  const { alloy, status, fail, arrive, getToken } = startSlowly({ browser, backend });
  const failed = expect(getToken()).rejects.toMatchObject({ code: 'sdk/load-failed' });
  await fail();
  await failed;
  expect(status()).toBe('error sdk/load-failed');
  expect(backend.requests[0]?.signal.aborted).toBe(true);
  alloy.preload();
  await settle();
  await arrive();
  expect(await getToken()).toBe(backend.tokens[0]);
  expect(status()).toBe('ready');
});

test('a provider that goes while the engine is on its way leaves nothing behind', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(() => undefined);
  const { status, unmount, arrive, getToken } = startSlowly({ browser, backend });
  const waiting = expect(getToken()).rejects.toMatchObject({ code: 'provider/unmounted' });
  unmount();
  await waiting;
  expect(backend.requests[0]?.signal.aborted).toBe(true);
  await arrive();
  await browser.pass(MINUTE);
  expect(status()).toBe('idle');
  expect(browser.listeners() + browser.timers()).toBe(0);
});

test('a provider that goes at whatever step of the engine’s arrival leaves nothing behind', async () => {
  for (let steps = 0; steps < 12; steps++) {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    backend.behave(() => undefined);
    const { unmount, arrive, getToken, status } = startSlowly({ browser, backend });
    const waiting = expect(getToken()).rejects.toMatchObject({ code: 'provider/unmounted' });
    const arrived = arrive();
    for (let step = 0; step < steps; step++) await Promise.resolve();
    unmount();
    await arrived;
    await browser.pass(0);
    await waiting;
    expect(status()).toBe('idle');
    expect(browser.listeners() + browser.timers()).toBe(0);
  }
});

test('a provider that goes and comes back while the engine is on its way uses the new request alone', async () => {
  const { alloy, backend, browser, unmount, arrive, getToken, status } = startSlowly();
  unmount();
  await settle();
  alloy.mount();
  await arrive();
  expect(status()).toBe('ready');
  expect(await getToken()).toBe(backend.tokens[1]);
  expect(backend.requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  await browser.pass(59 * MINUTE);
  expect(backend.requests).toHaveLength(3);
});

test('StrictMode, which mounts twice, makes one request', async () => {
  const { alloy, backend, unmount, arrive, status } = startSlowly();
  unmount();
  alloy.mount();
  await settle();
  await arrive();
  expect(backend.requests).toHaveLength(1);
  expect(status()).toBe('ready');
});

test('a click that was given up before the engine came leaves no stale answer to the next', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(() => new Response(null, { status: 401 }));
  const started = startSlowly({ browser, backend, options: { preload: 'none' } });
  const session = createModalSession('install', started.alloy);
  void session.open({ integrationId: 'i' });
  session.close();
  await browser.pass(SECOND);
  await started.arrive();
  await browser.pass(10 * MINUTE);
  expect(await started.getToken()).toBe(backend.tokens[0]);
});

test('a click that is given up aborts the request that only it waited for', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(() => undefined);
  const { alloy, arrive } = startSlowly({ browser, backend, options: { preload: 'none' } });
  const session = createModalSession('install', alloy);
  void session.open({ integrationId: 'i' });
  await arrive();
  await browser.pass(SECOND);
  expect(backend.requests[0]?.signal.aborted).toBe(false);
  session.close();
  expect(backend.requests[0]?.signal.aborted).toBe(true);
});

test.each([
  ['neither tokenUrl nor getToken', { tokenUrl: '' }],
  ['an unknown region', { region: 'mars' as 'us' }],
])('%s is provider/invalid-props, and nothing is asked for', async (_, options) => {
  const { backend, getToken, status, arrive } = startSlowly({ options });
  const refused = expect(getToken()).rejects.toMatchObject({ code: 'provider/invalid-props' });
  await arrive();
  await refused;
  expect(status()).toBe('error provider/invalid-props');
  expect(backend.requests).toHaveLength(0);
  // Nobody has to click to be told.
  expect(takeConsole('warn')).toEqual([expect.stringContaining('provider/invalid-props')]);
});

test('a click that waits for a chunk which never comes is answered, and the next one asks again', async () => {
  const { alloy, browser, arrive, status } = startSlowly({ options: { preload: 'none' } });
  const session = createModalSession('install', alloy);
  const outcome = session.open({ integrationId: 'i' });
  await browser.pass(30 * SECOND - 1);
  expect(session.store.getSnapshot().status).toBe('loading');
  await browser.pass(1);
  await expect(outcome).resolves.toMatchObject({ error: { code: 'sdk/load-failed' } });
  expect(takeConsole('warn')).toEqual([expect.stringContaining('sdk/load-failed')]);
  expect(status()).toBe('error sdk/load-failed');
  void session.open({ integrationId: 'i' });
  await arrive();
  expect(session.store.getSnapshot().status).toBe('open');
});

test('a chunk that came leaves no timer behind', async () => {
  const { browser, arrive, unmount } = startSlowly();
  await arrive();
  unmount();
  await browser.pass(0);
  expect(browser.timers()).toBe(0);
});
