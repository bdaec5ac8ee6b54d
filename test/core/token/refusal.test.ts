import { describe, expect, test } from 'vitest';
import { takeConsole } from '../../support/console';
import { createFakeBackend, type Behaviour } from '../support/fake-backend';
import { createFakeBrowser, settle } from '../support/fake-browser';
import { startAlloy, type StartedAlloy } from '../support/start-alloy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

function startWith(behaviour: Behaviour): StartedAlloy {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behave(behaviour);
  return startAlloy({ browser, backend });
}

describe('what Alloy refuses for good', () => {
  test.each([
    ['alloy-unauthorized', 502],
    ['alloy-invalid-request', 500],
    ['alloy-not-found', 502],
    ['alloy-malformed', 503],
  ])('%s by %i is asked once, and says what it means', async (error, status) => {
    const started = startWith(() => Response.json({ error }, { status }));
    await started.browser.pass(30 * MINUTE);
    expect(started.backend.requests).toHaveLength(1);
    expect(started.alloy.store.getSnapshot().error).toMatchObject({
      code: 'token/http',
      status,
      retryable: false,
      message: expect.stringMatching(/Alloy (refused|does not know|answered)/) as string,
    });
    expect(takeConsole('warn')).toHaveLength(1);
  });

  test.each(['alloy-unavailable', 'alloy-rate-limited', 'something else', 42])(
    '%s is not, and passes',
    async (error) => {
      const started = startWith(() => Response.json({ error }, { status: 503 }));
      started.backend.behaveNext(() => Response.json({ error }, { status: 503 }));
      await settle();
      started.backend.behave(() => started.backend.json(started.backend.token()));
      await started.browser.pass(10 * SECOND);
      expect(started.status()).toBe('ready');
    },
  );
});

describe('what getToken throws', () => {
  const headers = { 'retry-after': '5' };
  test.each<[string, object]>([
    ['axios', { response: { status: 429, headers } }],
    ['ky', { response: new Response(null, { status: 429, headers }) }],
    ['ofetch', { status: 429, response: new Response(null, { status: 429, headers }) }],
    ['an API client with headers of its own', { statusCode: 429, headers: new Headers(headers) }],
  ])('is read for Retry-After as %s makes it', async (_, properties) => {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    let calls = 0;
    const getToken = (): Promise<string> => {
      calls++;
      if (calls > 1) return Promise.resolve(backend.token());
      return Promise.reject(Object.assign(new Error('too many'), properties));
    };
    const { status, events } = startAlloy({
      browser,
      backend: { ...backend, getToken },
      isAskedByGetToken: true,
    });
    await browser.pass(5 * SECOND);
    expect(calls).toBe(1);
    expect(events).toContainEqual(
      expect.objectContaining({
        error: expect.objectContaining({ status: 429, retryAfterMs: 5_000 }) as object,
      }),
    );
    await browser.pass(3 * SECOND);
    expect(status()).toBe('ready');
  });

  test('may have getters that throw', async () => {
    const hostile = new Proxy(new Error('hostile'), {
      get(target, property) {
        if (property === 'message') return target.message;
        throw new Error('not to be read');
      },
    });
    const browser = createFakeBrowser();
    const { status } = startAlloy({
      browser,
      backend: { ...createFakeBackend(browser), getToken: () => Promise.reject(hostile) },
      isAskedByGetToken: true,
    });
    await browser.pass(20 * SECOND);
    expect(status()).toBe('error token/network');
  });
});

test('an answer without a stream, as polyfills of fetch give it, is read', async () => {
  const browser = createFakeBrowser();
  const backend = createFakeBackend(browser);
  backend.behave(() => {
    const answer = backend.json(backend.token());
    return {
      ok: true,
      status: 200,
      headers: answer.headers,
      text: () => answer.text(),
    } as Response;
  });
  const { status } = startAlloy({ browser, backend });
  await settle();
  expect(status()).toBe('ready');
});

describe('the reason of a request', () => {
  function reasons(started: { calls: RequestInit[] }): (string | null)[] {
    return started.calls.map(({ headers }) => new Headers(headers).get('x-alloy-token-reason'));
  }

  function startRecording(): StartedAlloy & { calls: RequestInit[]; refuse(): void } {
    const browser = createFakeBrowser();
    const backend = createFakeBackend(browser);
    const calls: RequestInit[] = [];
    let isRefusing = false;
    const fetch: typeof globalThis.fetch = (input, init = {}) => {
      calls.push(init);
      if (isRefusing && new Headers(init.headers).has('x-alloy-token-reason')) {
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      return backend.fetch(input, init);
    };
    const started = startAlloy({
      browser,
      backend,
      options: { fetch, tokenRequest: { headers: { 'x-session': '1' } } },
    });
    return { ...started, calls, refuse: () => (isRefusing = true) };
  }

  test('goes to the endpoint only where an old token would not do', async () => {
    const started = startRecording();
    await started.browser.pass(59 * MINUTE + SECOND);
    await started.refresh();
    await started.alloy.getToken({ rejected: await started.getToken() });
    expect(reasons(started)).toEqual([null, null, 'manual', 'rejected']);
    expect(new Headers(started.calls[3]?.headers).get('x-session')).toBe('1');
  });

  test('is left out when the endpoint on another origin does not allow the header', async () => {
    const started = startRecording();
    await settle();
    started.refuse();
    const refreshed = started.refresh();
    await started.browser.pass(3 * SECOND);
    await refreshed;
    expect(reasons(started)).toEqual([null, 'manual', null]);
  });
});
