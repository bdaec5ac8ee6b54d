import { describe, expect, test } from 'vitest';
import { takeConsole } from '../../support/console';
import { createFakeBackend, type FakeBackend } from '../support/fake-backend';
import { createFakeBrowser, settle, type FakeBrowser } from '../support/fake-browser';
import { startAlloy } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

function start(clockIsWrongByMs = 0): { browser: FakeBrowser; backend: FakeBackend } {
  const browser = createFakeBrowser(clockIsWrongByMs);
  return { browser, backend: createFakeBackend(browser) };
}

function dated(browser: FakeBrowser, aheadMs: number): { headers: Record<string, string> } {
  return { headers: { date: new Date(browser.trueMs() + aheadMs).toUTCString() } };
}

describe("a backend whose own clock is ahead of Alloy's", () => {
  test('costs one more request, and then none', async () => {
    const { browser, backend } = start();
    backend.behave(() => backend.json(backend.token(), dated(browser, 65 * MINUTE)));
    const { status, getToken, refresh, events } = startAlloy({ browser, backend });
    await browser.pass(3 * SECOND);
    expect(status()).toBe('ready');
    expect(await getToken()).toBe(backend.tokens[1]);
    expect(backend.requests).toHaveLength(2);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'token.fetched', reason: 'expired' }),
    );
    await refresh();
    expect(backend.requests).toHaveLength(3);
  });

  test('still gets its tokens refreshed in time', async () => {
    const { browser, backend } = start();
    backend.behave(() => backend.json(backend.token(), dated(browser, 65 * MINUTE)));
    const { status } = startAlloy({ browser, backend });
    await browser.pass(10 * HOUR);
    expect(status()).toBe('ready');
    expect(backend.requests.length).toBeLessThan(14);
  });
});

test.each([0, -48 * HOUR, 48 * HOUR])(
  'old tokens are not taken for a wrong clock of the backend (this clock: %i ms off)',
  async (off) => {
    const { browser, backend } = start(off);
    backend.behave(() => backend.json(backend.token({ ageMs: 2 * HOUR })));
    const { status } = startAlloy({ browser, backend });
    await browser.pass(HOUR);
    expect(status()).toBe('error token/expired');
    expect(backend.requests).toHaveLength(2);
  },
);

test('the very same dead token twice says what to do', async () => {
  const { browser, backend } = start();
  const dead = backend.token({ ageMs: 2 * HOUR });
  backend.behave(() => backend.json(dead));
  const { status, alloy } = startAlloy({ browser, backend });
  await browser.pass(3 * SECOND);
  expect(status()).toBe('error token/expired');
  expect(alloy.store.getSnapshot().error?.message).toContain('do not cache it');
});

test('the time that an answer spent in caches counts', async () => {
  const { browser, backend } = start();
  // Sent 50 minutes ago: the cache leaves Date as it was.
  const sentAt = new Date(browser.trueMs() - 50 * MINUTE).toUTCString();
  const token = backend.token({ ageMs: 50 * MINUTE });
  backend.behaveNext(() => backend.json(token, { headers: { date: sentAt, age: '3000' } }));
  const { events, getToken } = startAlloy({ browser, backend });
  await settle();
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'token.fetched', expiresInMs: 10 * MINUTE }),
  );
  await browser.pass(9 * MINUTE + 31 * SECOND);
  expect(await getToken()).toBe(backend.tokens[1]);
});

test.each(['soon', '-5', ''])('an Age of "%s" counts as none', async (age) => {
  const { browser, backend } = start();
  backend.behave(() => backend.json(backend.token(), { headers: { age } }));
  const { events } = startAlloy({ browser, backend });
  await settle();
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'token.fetched', expiresInMs: HOUR }),
  );
});

describe('a token of getToken that ended hours ago by this clock', () => {
  test('is asked for once more, with the reason, and the developer is told', async () => {
    const { browser, backend } = start();
    backend.behaveNext(() => backend.json(backend.token({ ageMs: 4 * HOUR })));
    const { status, getToken } = startAlloy({ browser, backend, isAskedByGetToken: true });
    await browser.pass(3 * SECOND);
    expect(status()).toBe('ready');
    expect(await getToken()).toBe(backend.tokens[1]);
    expect(backend.requests.map(({ reason }) => reason)).toEqual(['initial', 'expired']);
    expect(takeConsole('warn').join()).toContain('never cache behind getToken');
  });

  test('is handed to nobody when the second one is the same', async () => {
    const { browser, backend } = start();
    const dead = backend.token({ ageMs: 2 * HOUR });
    backend.behave(() => backend.json(dead));
    const { getToken } = startAlloy({ browser, backend, isAskedByGetToken: true });
    const failed = expect(getToken()).rejects.toMatchObject({
      code: 'token/expired',
      message: expect.stringContaining('the reason "expired"') as string,
    });
    await browser.pass(3 * SECOND);
    await failed;
    takeConsole('warn');
  });

  test('is a fresh one on a computer whose clock is two days ahead: two requests, then one', async () => {
    const { browser, backend } = start(48 * HOUR);
    const { status, refresh } = startAlloy({ browser, backend, isAskedByGetToken: true });
    await browser.pass(3 * SECOND);
    expect(status()).toBe('ready');
    expect(backend.requests).toHaveLength(2);
    await refresh();
    expect(backend.requests).toHaveLength(3);
    takeConsole('warn');
  });
});
