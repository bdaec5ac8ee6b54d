import { describe, expect, test } from 'vitest';
import { createFakeBackend, type FakeBackend } from '../support/fake-backend';
import { createFakeBrowser, settle, type FakeBrowser } from '../support/fake-browser';
import { startAlloy } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

function startDown(): { browser: FakeBrowser; backend: FakeBackend } {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behave(() => new Response(null, { status: 503 }));
  return { browser, backend };
}

describe('a visible page that nobody touches', () => {
  test('is well again some minutes after the backend, without a flicker of "loading"', async () => {
    const { browser, backend } = startDown();
    const { alloy, status } = startAlloy({ browser, backend });
    await browser.pass(30 * SECOND);
    expect(status()).toBe('error token/http');
    const seen = new Set<string>();
    alloy.store.subscribe(() => seen.add(status()));
    await browser.pass(2 * HOUR);
    expect([...seen].filter((one) => one === 'loading')).toEqual([]);
    backend.behave(() => backend.json(backend.token()));
    await browser.pass(8 * MINUTE);
    expect(status()).toBe('ready');
  });

  test('costs a backend that is down a request every few minutes', async () => {
    const { browser, backend } = startDown();
    startAlloy({ browser, backend });
    await browser.pass(MINUTE);
    const { length } = backend.requests;
    await browser.pass(2 * HOUR);
    expect(backend.requests.length - length).toBeLessThanOrEqual(24);
  });

  test('does not try what lasts', async () => {
    const { browser, backend } = startDown();
    backend.behave(() => new Response(null, { status: 401 }));
    startAlloy({ browser, backend });
    await browser.pass(2 * HOUR);
    expect(backend.requests).toHaveLength(1);
  });

  test('asks for nothing while hidden', async () => {
    const { browser, backend } = startDown();
    startAlloy({ browser, backend });
    await browser.pass(30 * SECOND);
    browser.hide();
    const { length } = backend.requests;
    await browser.pass(2 * HOUR);
    expect(backend.requests).toHaveLength(length);
  });
});

test('two hundred pages that were told the same Retry-After do not come back together', async () => {
  const returns = await Promise.all(
    Array.from({ length: 200 }, async (_, page) => {
      const { browser, backend } = startDown();
      backend.behaveNext(
        () => new Response(null, { status: 503, headers: { 'retry-after': '3' } }),
      );
      backend.behave(() => backend.json(backend.token()));
      startAlloy({ browser, backend, random: () => page / 200 });
      await browser.pass(10 * SECOND);
      return (backend.requests[1]?.atMs ?? 0) - (backend.requests[0]?.atMs ?? 0);
    }),
  );
  expect(Math.min(...returns)).toBeGreaterThan(3 * SECOND);
  expect(new Set(returns.map((ms) => Math.round(ms / 100))).size).toBeGreaterThan(10);
});

test('a network that comes and goes is tried once in ten seconds, and never forgotten', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  browser.goOffline();
  const { status } = startAlloy({ browser, backend });
  await settle();
  const { length } = backend.requests;
  for (let i = 0; i < 10; i++) {
    browser.goOnline();
    browser.goOffline();
    await browser.pass(SECOND / 2);
  }
  expect(backend.requests.length - length).toBeLessThanOrEqual(2);
  browser.goOnline();
  await browser.pass(10 * SECOND);
  expect(status()).toBe('ready');
});

test('a click that was told of being offline is made up for when the network is back', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  browser.goOffline();
  const { status, getToken } = startAlloy({ browser, backend, options: { preload: 'none' } });
  const told = expect(getToken()).rejects.toMatchObject({ code: 'token/network' });
  await browser.pass(11 * SECOND);
  await told;
  expect(status()).toBe('error token/network');
  browser.goOnline();
  await settle();
  expect(await getToken()).toBe(backend.tokens[0]);
});

test('an engine that did not arrive is fetched again when the network is back', async () => {
  const browser = createFakeBrowser();
  let isHere = false;
  const { status } = startAlloy({
    browser,
    loadChunk: () =>
      isHere ? Promise.resolve() : Promise.reject(new TypeError('Failed to fetch')),
  });
  await settle();
  expect(status()).toBe('error sdk/load-failed');
  isHere = true;
  browser.goOnline();
  await settle();
  expect(status()).toBe('ready');
});

describe('a modal', () => {
  test('gets a token with ten minutes of life, in place of one that ends sooner', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    const { alloy, getToken } = startAlloy({ browser, backend });
    await browser.pass(55 * MINUTE);
    expect(await getToken()).toBe(backend.tokens[0]);
    expect(await alloy.getToken({ minLifeMs: 10 * MINUTE })).toBe(backend.tokens[1]);
  });

  test('is content with half of a short life', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser, 5 * MINUTE);
    const { alloy } = startAlloy({ browser, backend });
    await browser.pass(2 * MINUTE);
    expect(await alloy.getToken({ minLifeMs: 10 * MINUTE })).toBe(backend.tokens[0]);
  });

  test('gets the one at hand when no better one comes within five seconds', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    const { alloy } = startAlloy({ browser, backend });
    await browser.pass(55 * MINUTE);
    backend.behave(() => undefined);
    const token = alloy.getToken({ minLifeMs: 10 * MINUTE });
    await browser.pass(5 * SECOND);
    expect(await token).toBe(backend.tokens[0]);
  });
});

test('a token that is refused right after it replaced another is not replaced again at once', async () => {
  const { alloy, backend, browser, getToken } = startAlloy();
  await browser.pass(0);
  for (let i = 0; i < 10; i++) {
    await alloy.getToken({ rejected: await getToken() });
    await browser.pass(500);
  }
  expect(backend.requests).toHaveLength(2);
});
