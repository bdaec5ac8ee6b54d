import { describe, expect, test } from 'vitest';
import { encodeJwt } from '../../support/fake-jwt';
import { createFakeBackend } from '../support/fake-backend';
import { createFakeBrowser, settle } from '../support/fake-browser';
import { startAlloy } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('a token is replaced a minute before its end', async () => {
  const { browser, backend, status } = startAlloy();
  await browser.pass(59 * MINUTE - 1);
  expect(backend.requests).toHaveLength(1);
  await browser.pass(1);
  expect(backend.requests).toHaveLength(2);
  expect(status()).toBe('ready');
});

test('a provider that stays open for a day asks once per lifetime used', async () => {
  const { browser, backend } = startAlloy();
  await browser.pass(DAY);
  expect(backend.requests).toHaveLength(1 + Math.floor(DAY / (59 * MINUTE)));
});

test('no token with less than 30 seconds to live is handed out', async () => {
  const { browser, backend, getToken } = startAlloy();
  await browser.pass(0);
  browser.hide();
  await browser.pass(59 * MINUTE + 29 * SECOND);
  expect(await getToken()).toBe(backend.tokens[0]);
  await browser.pass(1 * SECOND);
  expect(await getToken()).toBe(backend.tokens[1]);
});

describe.each([-48, -1, 0, 1, 48])('with a clock that is wrong by %i hours', (hours) => {
  test('tokens are used and replaced as with a right one', async () => {
    const browser = createFakeBrowser(hours * HOUR);
    const { backend, status } = startAlloy({ browser });
    await browser.pass(10 * HOUR);
    expect(status()).toBe('ready');
    expect(backend.requests).toHaveLength(11);
  });

  test('a token that a cache kept for half an hour is replaced half an hour sooner', async () => {
    const browser = createFakeBrowser(hours * HOUR);
    const backend = createFakeBackend(browser);
    backend.behave(() => backend.json(backend.token({ ageMs: 30 * MINUTE })));
    startAlloy({ browser, backend });
    await browser.pass(29 * MINUTE - 1);
    expect(backend.requests).toHaveLength(1);
    await browser.pass(1);
    expect(backend.requests).toHaveLength(2);
  });
});

test('a clock that is set back during a session keeps no dead token in use', async () => {
  const { browser, backend, getToken } = startAlloy();
  await browser.pass(MINUTE);
  browser.setClock(-48 * HOUR);
  browser.hide();
  await browser.pass(59 * MINUTE);
  expect(await getToken()).toBe(backend.tokens[1]);
});

test('a clock that is set forward during a session costs one request at most', async () => {
  const { browser, backend, getToken, status } = startAlloy();
  await browser.pass(MINUTE);
  browser.setClock(48 * HOUR);
  expect(await getToken()).toBe(backend.tokens[1]);
  await browser.pass(30 * MINUTE);
  expect(backend.requests).toHaveLength(2);
  expect(status()).toBe('ready');
});

test('a token without iat lives until its exp, by the clock of the backend', async () => {
  const browser = createFakeBrowser(48 * HOUR);
  const backend = createFakeBackend(browser);
  backend.behave(() => {
    const exp = Math.floor(browser.trueMs() / 1000) + 3600;
    return backend.json(encodeJwt({ sub: 'u', exp }));
  });
  const { status } = startAlloy({ browser, backend });
  await browser.pass(59 * MINUTE - 1);
  expect(status()).toBe('ready');
  expect(backend.requests).toHaveLength(1);
  await browser.pass(1);
  expect(backend.requests).toHaveLength(2);
});

test('a token without exp is kept for ever, and replaced once Alloy refuses it', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  let serial = 0;
  backend.behave(() => backend.json(encodeJwt({ sub: 'u', jti: serial++ })));
  const { alloy, getToken, events } = startAlloy({ browser, backend });
  await browser.pass(400 * DAY);
  expect(backend.requests).toHaveLength(1);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'token.fetched', expiresInMs: null }),
  );
  const first = await getToken();
  const second = await alloy.getToken({ rejected: first });
  expect(second).not.toBe(first);
  expect(await getToken()).toBe(second);
});

test('a token of 60 days overflows no timer and is replaced once', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser, 60 * DAY);
  startAlloy({ browser, backend });
  await browser.pass(60 * DAY - MINUTE - 1);
  expect(backend.requests).toHaveLength(1);
  await browser.pass(1);
  expect(backend.requests).toHaveLength(2);
});

test('a token of 20 seconds is replaced at most once per half life', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser, 20 * SECOND);
  const { status } = startAlloy({ browser, backend });
  await browser.pass(10 * MINUTE);
  expect(status()).toBe('ready');
  expect(backend.requests.length).toBeLessThanOrEqual(10 * 6);
});

test('a cache that gives out tokens with a few seconds left causes no storm', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behave(() => backend.json(backend.token({ ageMs: 59 * MINUTE + 25 * SECOND })));
  startAlloy({ browser, backend });
  await browser.pass(HOUR);
  expect(backend.requests.length).toBeLessThanOrEqual(1 + 120);
});

describe('a token that is dead on arrival', () => {
  test('is asked for once more, and the live one is used', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    backend.behaveNext(() => backend.json(backend.token({ ageMs: 2 * HOUR })));
    const { getToken } = startAlloy({ browser, backend });
    const jwt = getToken();
    await browser.pass(3 * SECOND);
    expect(await jwt).toBe(backend.tokens[1]);
  });

  test('ends in token/expired after one more try, and in no storm', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    backend.behave(() => backend.json(backend.token({ ageMs: 2 * HOUR })));
    const { status, getToken } = startAlloy({ browser, backend });
    const failed = expect(getToken()).rejects.toMatchObject({
      code: 'token/expired',
      message: expect.stringContaining('/api/alloy/token') as string,
    });
    await browser.pass(HOUR);
    await failed;
    expect(status()).toBe('error token/expired');
    expect(backend.requests).toHaveLength(2);
  });

  test('is tried once more also after another fault', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    const dead = (): Response => backend.json(backend.token({ ageMs: 2 * HOUR }));
    backend.behaveNext(() => new Response(null, { status: 503 }), dead);
    const { status } = startAlloy({ browser, backend });
    await browser.pass(10 * SECOND);
    expect(status()).toBe('ready');
    expect(backend.requests).toHaveLength(3);
  });

  test('is told by its own history when the answer has no Date', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    const stuck = backend.token();
    backend.behave(() => backend.json(stuck));
    const { getToken, status } = startAlloy({ browser, backend, isAskedByGetToken: true });
    await browser.pass(59 * MINUTE);
    expect(await getToken()).toBe(stuck);
    expect(status()).toBe('ready');
    await browser.pass(2 * MINUTE);
    expect(status()).toBe('error token/expired');
  });

  test('has an end that is no later than its beginning', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    backend.behave(() => backend.json(encodeJwt({ iat: 2_000, exp: 2_000 })));
    const { status } = startAlloy({ browser, backend });
    await browser.pass(MINUTE);
    expect(status()).toBe('error token/expired');
  });
});

test('a token counts from when it was asked for, however slow its answer', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(() => {
    const response = backend.json(backend.token());
    return new Promise((resolve) => browser.clock.after(8 * SECOND, () => resolve(response)));
  });
  startAlloy({ browser, backend });
  await browser.pass(59 * MINUTE - 1);
  expect(backend.requests).toHaveLength(1);
  await browser.pass(1);
  expect(backend.requests).toHaveLength(2);
});

describe('a page that is away', () => {
  test('refreshes nothing while hidden, and at once when shown', async () => {
    const { browser, backend, status } = startAlloy();
    await browser.pass(MINUTE);
    browser.hide();
    await browser.pass(5 * HOUR);
    expect(backend.requests).toHaveLength(1);
    browser.show();
    await settle();
    expect(backend.requests).toHaveLength(2);
    expect(status()).toBe('ready');
  });

  test('catches up after sleep, though no timer ran and one clock stood still', async () => {
    const { browser, backend, getToken } = startAlloy();
    await browser.pass(MINUTE);
    browser.sleep(3 * HOUR);
    expect(await getToken()).toBe(backend.tokens[1]);
    browser.sleep(3 * HOUR);
    browser.show();
    await settle();
    expect(backend.requests).toHaveLength(3);
  });

  test('asks for nothing on return while its token is fresh', async () => {
    const { browser, backend } = startAlloy();
    await browser.pass(MINUTE);
    browser.hide();
    await browser.pass(30 * MINUTE);
    browser.show();
    browser.goOnline();
    await settle();
    expect(backend.requests).toHaveLength(1);
  });

  test('asks once however many events announce its return', async () => {
    const { browser, backend } = startAlloy();
    await browser.pass(MINUTE);
    browser.hide();
    await browser.pass(2 * HOUR);
    browser.show();
    browser.show();
    browser.goOnline();
    await settle();
    expect(backend.requests).toHaveLength(2);
  });

  test('asks again on return after a failure, but not at every change of windows', async () => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    backend.behave(() => new Response(null, { status: 401 }));
    const { status } = startAlloy({ browser, backend });
    await browser.pass(SECOND);
    for (let i = 0; i < 5; i++) browser.show();
    await settle();
    expect(backend.requests).toHaveLength(1);
    backend.behave(() => backend.json(backend.token()));
    await browser.pass(MINUTE);
    browser.show();
    await settle();
    expect(status()).toBe('ready');
  });
});
