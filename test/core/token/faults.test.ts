import { afterEach, describe, expect, test } from 'vitest';
import { takeConsole } from '../../support/console';
import { encodeJwt } from '../../support/fake-jwt';
import { createFakeBackend, type Behaviour } from '../support/fake-backend';
import { createFakeBrowser, settle } from '../support/fake-browser';
import { startAlloy, type StartOptions, type StartedAlloy } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

// The developer is told of a fault that only a developer can mend: see the last test.
afterEach(() => void takeConsole('warn'));

/** A provider whose backend behaves like this from the first request on. */
function startWith(behaviour: Behaviour, start: StartOptions = {}): StartedAlloy {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behave(behaviour);
  return startAlloy({ ...start, browser, backend });
}

function refusal(status: number, headers: Record<string, string> = {}): Behaviour {
  return () => new Response('no', { status, headers });
}

const networkError: Behaviour = () => Promise.reject(new TypeError('Failed to fetch'));
const silence: Behaviour = () => undefined;

test.each([400, 401, 403, 404, 422])('HTTP %i is final', async (status) => {
  const started = startWith(refusal(status));
  await started.browser.pass(10 * MINUTE);
  expect(started.backend.requests).toHaveLength(1);
  const { error } = started.alloy.store.getSnapshot();
  expect(error).toMatchObject({
    code: status === 401 || status === 403 ? 'token/unauthorized' : 'token/http',
    status,
    retryable: false,
  });
});

test.each([408, 429, 500, 502, 503, 504])('HTTP %i is tried three times more', async (status) => {
  const started = startWith(refusal(status));
  await started.browser.pass(30 * SECOND);
  expect(started.backend.requests).toHaveLength(4);
  expect(started.status()).toBe('error token/http');
  expect(started.alloy.store.getSnapshot().error).toMatchObject({ status, retryable: true });
});

test('a failed network is tried three times more', async () => {
  const started = startWith(networkError);
  await started.browser.pass(30 * SECOND);
  expect(started.backend.requests).toHaveLength(4);
  expect(started.status()).toBe('error token/network');
});

test('a silent endpoint is given up after ten seconds, four times, each request aborted', async () => {
  const started = startWith(silence, { random: () => 0 });
  await started.browser.pass(10 * SECOND - 1);
  expect(started.backend.requests).toHaveLength(1);
  await started.browser.pass(31 * SECOND);
  expect(started.backend.requests).toHaveLength(4);
  expect(started.backend.requests.every(({ signal }) => signal.aborted)).toBe(true);
  expect(started.status()).toBe('error token/timeout');
  expect(started.alloy.store.getSnapshot().error?.message).toContain('/api/alloy/token');
});

test('a getToken that heeds no signal is given up all the same', async () => {
  const browser = createFakeBrowser();
  const { status } = startAlloy({
    browser,
    backend: { ...createFakeBackend(browser), getToken: () => new Promise(() => undefined) },
    isAskedByGetToken: true,
  });
  await browser.pass(MINUTE);
  expect(status()).toBe('error token/timeout');
});

test('each retry waits a random share of one, two and four seconds', async () => {
  const started = startWith(refusal(503), { random: () => 0.999 });
  await started.browser.pass(10 * SECOND);
  const at = started.backend.requests.map(({ atMs }) => atMs);
  expect(at.map((ms) => Math.round((ms - (at[0] ?? 0)) / SECOND))).toEqual([0, 1, 3, 7]);
});

describe('Retry-After', () => {
  test.each([
    ['in seconds', () => '7', 7],
    ['as a date', (now: number) => new Date(now + 7 * SECOND).toUTCString(), 7],
    ['of an hour is cut to a minute', () => '3600', 60],
    ['of the past is no wait', (now: number) => new Date(now - SECOND).toUTCString(), 0],
    ['of zero is no storm', () => '0', 0],
  ])('%s', async (_, header, seconds) => {
    // The clock of this computer is wrong: the date counts against that of the answer.
    const browser = createFakeBrowser(48 * 60 * MINUTE);
    const backend = createFakeBackend(browser);
    backend.behaveNext(() => {
      const date = new Date(browser.trueMs()).toUTCString();
      const headers = { 'retry-after': header(browser.trueMs()), date };
      return new Response(null, { status: 503, headers });
    });
    const { status } = startAlloy({ browser, backend });
    await browser.pass(seconds * SECOND + 99);
    expect(backend.requests).toHaveLength(1);
    // Never sooner than asked for, and spread, since all other pages were asked the same.
    await browser.pass(Math.max(seconds * SECOND * 0.5, SECOND));
    expect(backend.requests).toHaveLength(2);
    expect(status()).toBe('ready');
  });
});

test('a backend that asks for patience each time is asked four times in all', async () => {
  const started = startWith(refusal(429, { 'retry-after': '60' }));
  await started.browser.pass(5 * MINUTE);
  expect(started.backend.requests).toHaveLength(4);
  expect(started.status()).toBe('error token/http');
});

test('a long Retry-After is no minute of "loading": the status says why, and so does a call after ten seconds', async () => {
  const started = startWith(refusal(429, { 'retry-after': '60' }));
  await settle();
  expect(started.status()).toBe('error token/http');
  const call = expect(started.getToken()).rejects.toMatchObject({ status: 429 });
  await started.browser.pass(10 * SECOND);
  await call;
  expect(started.backend.requests).toHaveLength(1);
  started.backend.behave(() => started.backend.json(started.backend.token()));
  await started.browser.pass(2 * MINUTE);
  expect(started.status()).toBe('ready');
});

describe('a refresh that fails while the old token lives', () => {
  test.each([
    ['for a passing reason', refusal(503)],
    ['for good', refusal(401)],
    ['for want of a network', networkError],
  ])('%s disturbs nobody until the old one ends', async (_, behaviour) => {
    const { browser, backend, getToken, status, alloy } = startAlloy();
    await browser.pass(MINUTE);
    let changes = 0;
    alloy.store.subscribe(() => changes++);
    backend.behave(behaviour);
    await browser.pass(58 * MINUTE + 29 * SECOND);
    expect(backend.requests.length).toBeGreaterThan(2);
    expect(await getToken()).toBe(backend.tokens[0]);
    expect(changes).toBe(0);
    await browser.pass(SECOND);
    expect(status()).toMatch(/^error token/);
  });

  test('is made up for before the old one ends', async () => {
    const { browser, backend, status, alloy } = startAlloy();
    await browser.pass(MINUTE);
    const before = alloy.store.getSnapshot();
    backend.behaveNext(refusal(503), refusal(503), refusal(503), refusal(503));
    await browser.pass(59 * MINUTE);
    expect(status()).toBe('ready');
    expect(alloy.store.getSnapshot()).toBe(before);
    expect(backend.tokens).toHaveLength(2);
  });

  test('is made up for by a slow timer once the old one has ended', async () => {
    const { browser, backend, status } = startAlloy();
    await browser.pass(MINUTE);
    backend.behave(refusal(503));
    await browser.pass(60 * MINUTE);
    const { length } = backend.requests;
    expect(length).toBeLessThan(25);
    await browser.pass(600 * MINUTE);
    expect(backend.requests.length - length).toBeLessThan(600 / 5);
    backend.behave(() => backend.json(backend.token()));
    await browser.pass(10 * MINUTE);
    expect(status()).toBe('ready');
  });

  test('rejects the refresh() that asked for it, and nothing else', async () => {
    const { browser, backend, refresh, getToken, status } = startAlloy();
    await browser.pass(MINUTE);
    backend.behaveNext(refusal(401));
    await expect(refresh()).rejects.toMatchObject({ code: 'token/unauthorized' });
    expect(await getToken()).toBe(backend.tokens[0]);
    expect(status()).toBe('ready');
  });

  test('says so in the status when the old one ends in the middle of it', async () => {
    const { browser, backend, status } = startAlloy();
    await browser.pass(MINUTE);
    backend.behave(refusal(503, { 'retry-after': '60' }));
    await browser.pass(58 * MINUTE + 29 * SECOND);
    expect(status()).toBe('ready');
    await browser.pass(SECOND);
    expect(status()).toBe('error token/http');
  });
});

test('a failure is never cached: the next need asks again', async () => {
  const started = startWith(refusal(401));
  await started.browser.pass(SECOND);
  expect(started.status()).toBe('error token/unauthorized');
  started.backend.behave(() => started.backend.json(started.backend.token()));
  expect(await started.getToken()).toBe(started.backend.tokens[0]);
  expect(started.status()).toBe('ready');
});

describe('an answer', () => {
  const jwt = encodeJwt({ user: { _id: 'u' }, iat: 1, exp: 3601 });
  const headers = { date: new Date(1_000).toUTCString(), 'cache-control': 'no-store' };

  test.each<[string, () => Response]>([
    ['{ token }', () => Response.json({ token: jwt }, { headers })],
    ['a bare JSON string', () => Response.json(jwt, { headers })],
    ['text/plain', () => new Response(` ${jwt}\n`, { headers })],
  ])('of %s is understood', async (_, response) => {
    expect(await startWith(response).getToken()).toBe(jwt);
  });

  test.each<[string, Response, string, RegExp]>([
    ['HTML', new Response('<!doctype html>'), 'token/malformed', /an HTML page \(HTTP 200\)/],
    ['nothing', new Response(null, { status: 204 }), 'token/malformed', /nothing \(HTTP 204\)/],
    ['{}', Response.json({}), 'token/malformed', /an object with the keys \[\]/],
    ['{ token: null }', Response.json({ token: null }), 'token/malformed', /of the type null/],
    ['{ jwt }', Response.json({ jwt }), 'token/malformed', /the keys \[jwt\]/],
    ['null', Response.json(null), 'token/malformed', /null/],
    ['a list', Response.json([jwt]), 'token/malformed', /an array/],
    ['a sentence', new Response('not today'), 'token/malformed', /a text of 9 characters/],
    ['an API key', Response.json({ token: 'k'.repeat(32) }), 'token/not-a-jwt', /like an API key/],
    ['half a JWT', Response.json({ token: jwt.slice(0, 30) }), 'token/not-a-jwt', /not? |no JWT/],
    ['a number', Response.json({ token: 7 }), 'token/malformed', /of the type number/],
  ])('of %s is refused and named, not shown', async (_, response, code, message) => {
    const started = startWith(() => response);
    await started.browser.pass(SECOND);
    const { error } = started.alloy.store.getSnapshot();
    expect(error).toMatchObject({ code, retryable: false });
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toMatch(/eyJ|kkkk/);
    expect(started.backend.requests).toHaveLength(1);
  });

  test('without end is cut off at 64 kB', async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 8_192;
        controller.enqueue(new Uint8Array(8_192).fill(65));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const started = startWith(() => new Response(endless));
    for (let i = 0; i < 20; i++) await settle();
    expect(started.status()).toBe('error token/malformed');
    expect(sent).toBeLessThan(100_000);
    expect(isCancelled).toBe(true);
  });

  test.each([[undefined], [null], [{}], [''], [42]])(
    'of getToken of %j is malformed',
    async (value) => {
      const browser = createFakeBrowser();
      const backend = createFakeBackend(browser);
      const { status } = startAlloy({
        browser,
        backend: { ...backend, getToken: () => Promise.resolve(value as string) },
        isAskedByGetToken: true,
      });
      await settle();
      expect(status()).toBe('error token/malformed');
    },
  );
});

test.each([
  ['axios', { response: { status: 401 } }, 'token/unauthorized'],
  ['ofetch', { status: 404 }, 'token/http'],
  ['tRPC', { data: { httpStatus: 403 } }, 'token/unauthorized'],
  ['nothing known', {}, 'token/network'],
])('an error of %s thrown by getToken is understood', async (_, properties, code) => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  const { status } = startAlloy({
    browser,
    backend: {
      ...backend,
      getToken: () => Promise.reject(Object.assign(new Error('refused'), properties)),
    },
    isAskedByGetToken: true,
  });
  await browser.pass(MINUTE);
  expect(status()).toBe(`error ${code}`);
});

test('telemetry tells of each try and when the next one follows', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behaveNext(refusal(503), refusal(429, { 'retry-after': '3' }));
  const { events } = startAlloy({ browser, backend });
  await browser.pass(10 * SECOND);
  expect(events.filter(({ type }) => type.startsWith('token'))).toEqual([
    expect.objectContaining({ type: 'token.failed', attempt: 1, willRetryInMs: 550 }),
    expect.objectContaining({ type: 'token.failed', attempt: 2, willRetryInMs: 4_050 }),
    { type: 'token.fetched', reason: 'initial', durationMs: 0, expiresInMs: 60 * MINUTE },
  ]);
});

test('telemetry that throws is reported and changes nothing', async () => {
  const { status } = startAlloy({
    options: {
      onEvent() {
        throw new Error('telemetry is down');
      },
    },
  });
  await settle();
  expect(status()).toBe('ready');
  expect(takeConsole('error')).toContain('Error: telemetry is down');
});

test('a fault that only a developer can mend is said in the console, once, though nobody waits for a token', async () => {
  const { browser, status } = startWith(refusal(404));
  await browser.pass(SECOND);
  expect(status()).toBe('error token/http');
  startWith(refusal(404));
  await settle();
  expect(takeConsole('warn')).toEqual([
    expect.stringMatching(/^alloy-react: token\/http: The token endpoint .* answered HTTP 404/),
  ]);
});

test('a session that is over is not a fault: the console stays silent', async () => {
  const { browser, status } = startWith(refusal(401));
  await browser.pass(SECOND);
  expect(status()).toBe('error token/unauthorized');
  expect(takeConsole('warn')).toEqual([]);
});
