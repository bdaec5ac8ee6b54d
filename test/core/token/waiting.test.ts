import { describe, expect, test } from 'vitest';
import { AlloyError } from '../../../src/errors/alloy-error';
import { takeConsole } from '../../support/console';
import { createFakeBackend } from '../support/fake-backend';
import { createFakeBrowser, settle } from '../support/fake-browser';
import { startAlloy, type StartedAlloy } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A provider whose token has ended, so that it is in want of one. */
async function startExpired(): Promise<StartedAlloy> {
  const started = startAlloy({ options: { preload: 'none' } });
  await started.getToken();
  started.browser.hide();
  await started.browser.pass(2 * HOUR);
  return started;
}

test('five callers at once share one request', async () => {
  const { backend, getToken, refresh } = startAlloy({ options: { preload: 'none' } });
  const jwts = await Promise.all([1, 2, 3, 4, 5].map(() => getToken()));
  expect(new Set(jwts).size).toBe(1);
  await Promise.all([refresh(), refresh(), refresh()]);
  expect(backend.requests).toHaveLength(2);
});

test('one caller that gives up does not cancel the others', async () => {
  const { alloy, backend, getToken } = await startExpired();
  const giveUp = new AbortController();
  const given = alloy.getToken({ signal: giveUp.signal });
  const kept = getToken();
  giveUp.abort(new Error('not interested'));
  await expect(given).rejects.toThrow('not interested');
  expect(await kept).toBe(backend.tokens[1]);
});

test('the last one gone aborts the request, and the next need asks anew', async () => {
  const { alloy, backend, getToken, status } = await startExpired();
  backend.behaveNext(() => undefined);
  const waits = [new AbortController(), new AbortController()];
  const given = waits.map(({ signal }) => alloy.getToken({ signal }));
  await settle();
  expect(status()).toBe('loading');
  waits[0]?.abort();
  expect(backend.requests[1]?.signal.aborted).toBe(false);
  waits[1]?.abort();
  expect(backend.requests[1]?.signal.aborted).toBe(true);
  await Promise.allSettled(given);
  expect(status()).toBe('idle');
  expect(await getToken()).toBe(backend.tokens[1]);
});

test('a wait that was given up before it began asks for nothing', async () => {
  const { alloy, backend } = await startExpired();
  await expect(alloy.getToken({ signal: AbortSignal.abort() })).rejects.toThrow();
  expect(backend.requests).toHaveLength(1);
});

describe('a token that Alloy refuses', () => {
  test('is replaced once, however many calls it was refused to', async () => {
    const { alloy, backend, browser } = startAlloy({ isAskedByGetToken: true });
    await browser.pass(0);
    const refused = await alloy.getToken();
    const jwts = await Promise.all([
      alloy.getToken({ rejected: refused }),
      alloy.getToken({ rejected: refused }),
    ]);
    expect(jwts).toEqual([backend.tokens[1], backend.tokens[1]]);
    expect(backend.requests.map(({ reason }) => reason)).toEqual(['initial', 'rejected']);
  });

  test('is not asked for again when it has been replaced already', async () => {
    const { alloy, backend, browser, refresh } = startAlloy();
    await browser.pass(0);
    const refused = await alloy.getToken();
    await refresh();
    expect(await alloy.getToken({ rejected: refused })).toBe(backend.tokens[1]);
    expect(backend.requests).toHaveLength(2);
  });

  test('is handed to nobody while its successor is on the way', async () => {
    const { alloy, backend, browser, getToken, status } = startAlloy();
    await browser.pass(0);
    const refused = await getToken();
    backend.behaveNext(() => new Response(null, { status: 401 }));
    const replacement = alloy.getToken({ rejected: refused });
    const another = getToken();
    await expect(replacement).rejects.toMatchObject({ code: 'token/unauthorized' });
    await expect(another).rejects.toMatchObject({ code: 'token/unauthorized' });
    expect(status()).toBe('error token/unauthorized');
    expect(await getToken()).not.toBe(refused);
  });
});

test('the reason says why a token is asked for', async () => {
  const { browser, backend, getToken, refresh } = startAlloy({ isAskedByGetToken: true });
  await browser.pass(59 * MINUTE);
  await refresh();
  browser.hide();
  await browser.pass(2 * HOUR);
  await getToken();
  expect(backend.requests.map(({ reason }) => reason)).toEqual([
    'initial',
    'refresh',
    'manual',
    'expired',
  ]);
});

describe('offline', () => {
  test('the first token waits for the network, says so, and comes with it', async () => {
    const browser = createFakeBrowser();
    browser.goOffline();
    const { backend, status } = startAlloy({ browser });
    await browser.pass(HOUR);
    expect(status()).toBe('error token/network');
    expect(backend.requests).toHaveLength(1);
    browser.goOnline();
    await settle();
    expect(status()).toBe('ready');
    expect(backend.requests).toHaveLength(2);
  });

  test('somebody who waits is told after ten seconds', async () => {
    const browser = createFakeBrowser();
    browser.goOffline();
    const { getToken, status } = startAlloy({ browser });
    let outcome: unknown = 'waiting';
    getToken().catch((error: unknown) => (outcome = error));
    await browser.pass(10 * SECOND - 1);
    expect(outcome).toBe('waiting');
    await browser.pass(1);
    expect(outcome).toMatchObject({ code: 'token/network', retryable: true });
    browser.goOnline();
    await settle();
    expect(status()).toBe('ready');
  });

  test('somebody whose network comes back in time gets the token', async () => {
    const browser = createFakeBrowser();
    browser.goOffline();
    const { backend, getToken } = startAlloy({ browser, options: { preload: 'none' } });
    const jwt = getToken();
    await browser.pass(9 * SECOND);
    browser.goOnline();
    expect(await jwt).toBe(backend.tokens[0]);
  });

  test('a refresh that is due waits, and the living token is used meanwhile', async () => {
    const { browser, backend, getToken, status } = startAlloy();
    await browser.pass(MINUTE);
    browser.goOffline();
    await browser.pass(58 * MINUTE + 10 * SECOND);
    expect(await getToken()).toBe(backend.tokens[0]);
    expect(status()).toBe('ready');
    await browser.pass(HOUR);
    expect(status()).toBe('error token/network');
    browser.goOnline();
    await settle();
    expect(status()).toBe('ready');
    expect(backend.requests).toHaveLength(3);
  });

  test('a browser that is wrong about being offline is tried at each need', async () => {
    const browser = createFakeBrowser();
    browser.goOffline();
    const { backend, getToken } = startAlloy({ browser });
    await browser.pass(MINUTE);
    const jwt = getToken();
    browser.page.isOnline = () => true;
    await browser.pass(SECOND);
    expect(await jwt).toBe(backend.tokens[0]);
  });
});

describe('after the provider is gone', () => {
  test('everything is aborted and forgotten', async () => {
    const { alloy, backend, browser, getToken, refresh, events, unmount } = startAlloy();
    await browser.pass(MINUTE);
    backend.behave(() => undefined);
    const waiting = refresh();
    await settle();
    const { length } = events;
    unmount();
    await expect(waiting).rejects.toMatchObject({ code: 'provider/unmounted' });
    await expect(getToken()).rejects.toMatchObject({ code: 'provider/unmounted' });
    await expect(alloy.getToken()).rejects.toBeInstanceOf(AlloyError);
    await browser.pass(2 * HOUR);
    expect(backend.requests).toHaveLength(2);
    expect(backend.requests[1]?.signal.aborted).toBe(true);
    expect(events).toHaveLength(length);
    expect(browser.listeners()).toBe(0);
    expect(browser.timers()).toBe(0);
    expect(alloy.store.getSnapshot()).toMatchObject({ status: 'idle', error: null });
  });

  test('an answer that arrives late is dropped', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    let answer = (): void => undefined;
    backend.behaveNext(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(backend.json(backend.token()));
        }),
    );
    const { alloy, events, unmount } = startAlloy({ browser, backend });
    await settle();
    unmount();
    await settle();
    answer();
    await browser.pass(MINUTE);
    expect(alloy.store.getSnapshot().status).toBe('idle');
    expect(events.filter(({ type }) => type.startsWith('token'))).toEqual([]);
  });
});

test('another user in the token is told of, before anybody gets it', async () => {
  const { alloy, backend, refresh, getToken } = startAlloy();
  await getToken();
  const order: string[] = [];
  alloy.listen(({ type }) => {
    if (type === 'user-changed') order.push('told');
  });
  await refresh();
  expect(order).toEqual([]);
  backend.behaveNext(() => backend.json(backend.token({ userId: 'user-2' })));
  await refresh().then(() => order.push('refreshed'));
  expect(order).toEqual(['told', 'refreshed']);
  expect(takeConsole('warn')).toEqual([expect.stringContaining('belongs to another user')]);
});
