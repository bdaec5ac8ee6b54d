import Keyv from 'keyv';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlloyClient, createTokenHandler, type TokenCache } from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';
import { fakeJwt } from '../../support/fake-jwt';

const MINUTE_MS = 60_000;

function mapCache(): TokenCache & { entries: Map<string, { value: unknown; ttlMs: number }> } {
  const entries = new Map<string, { value: unknown; ttlMs: number }>();
  return {
    entries,
    get: (key) => entries.get(key)?.value,
    set: (key, value, ttlMs) => entries.set(key, { value, ttlMs }),
  };
}

function setUp(
  cache: TokenCache,
  fetch?: typeof globalThis.fetch,
): {
  ask: (username?: string, signal?: AbortSignal) => Promise<string>;
  tokenCalls: () => number;
  errors: unknown[];
} {
  let calls = 0;
  const errors: unknown[] = [];
  const sandbox = createSandboxApi({
    onRequest: ({ path, status }) => (calls += path.endsWith('/token') && status === 200 ? 1 : 0),
  });
  const handle = createTokenHandler({
    alloy: createAlloyClient({ apiKey: 'key', fetch: fetch ?? sandbox }),
    identify: ({ headers }) => ({ username: headers.get('x-user') ?? '' }),
    cache,
    onError: (error) => errors.push(error),
  });
  return {
    errors,
    tokenCalls: () => calls,
    async ask(username = 'ada@example.com', signal = new AbortController().signal) {
      const headers = { 'x-user': username };
      const response = await handle(
        new Request('https://app.example.com/token', { headers, signal }),
      );
      return response.ok
        ? ((await response.json()) as { token: string }).token
        : response.status.toString();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});

describe('a cached token', () => {
  it('is reused while at least half of its life is left, and then replaced', async () => {
    const { ask, tokenCalls } = setUp(mapCache());
    const first = await ask();
    vi.advanceTimersByTime(30 * MINUTE_MS - 1);
    expect(await ask()).toBe(first);
    vi.advanceTimersByTime(1);
    expect(await ask()).not.toBe(first);
    expect(tokenCalls()).toBe(2);
  });

  it('is stored for half of its life, under a key that tells nobody the username', async () => {
    const cache = mapCache();
    const { ask } = setUp(cache);
    const token = await ask();
    const [[key, entry] = ['', undefined]] = cache.entries;
    expect(key).toMatch(/^alloy-react:token:[0-9a-f]{64}$/);
    expect(entry).toEqual({ value: token, ttlMs: 30 * MINUTE_MS });
  });

  it("is nobody else's", async () => {
    const { ask } = setUp(mapCache());
    expect(await ask('ada')).not.toBe(await ask('bob'));
  });

  it('of a clock that is ahead is stored for no longer', async () => {
    const cache = mapCache();
    const issuedAtSeconds = Date.now() / 1000 + 7_200;
    const { ask } = setUp(cache, () =>
      Promise.resolve(Response.json({ token: fakeJwt({ issuedAtSeconds }) })),
    );
    await ask();
    expect([...cache.entries.values()].map(({ ttlMs }) => ttlMs)).toEqual([30 * MINUTE_MS]);
  });

  it('that arrives with less than half of its life is not stored', async () => {
    const cache = mapCache();
    const issuedAtSeconds = Date.now() / 1000 - 2_000;
    const { ask } = setUp(cache, () =>
      Promise.resolve(Response.json({ token: fakeJwt({ issuedAtSeconds }) })),
    );
    expect(await ask()).toMatch(/^ey/);
    expect(cache.entries.size).toBe(0);
  });

  it('lives in a Keyv as it is', async () => {
    const { ask, tokenCalls, errors } = setUp(new Keyv());
    expect(await ask()).toBe(await ask());
    vi.advanceTimersByTime(31 * MINUTE_MS);
    await ask();
    expect([tokenCalls(), errors]).toEqual([2, []]);
  });
});

describe('concurrent misses', () => {
  /** Alloy, answering when the test says so. */
  function slowAlloy(): {
    fetch: typeof globalThis.fetch;
    calls: AbortSignal[];
    answer: () => void;
  } {
    const calls: AbortSignal[] = [];
    const answers: ((response: Response) => void)[] = [];
    return {
      calls,
      fetch: (_input, init) => {
        if (init?.signal) calls.push(init.signal);
        return new Promise((resolve) => answers.push(resolve));
      },
      answer: () => answers.forEach((resolve) => resolve(Response.json({ token: fakeJwt() }))),
    };
  }

  it('of one user are one call to Alloy', async () => {
    const { fetch, calls, answer } = slowAlloy();
    const { ask } = setUp(mapCache(), fetch);
    const asked = Array.from({ length: 50 }, () => ask());
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    answer();
    expect(new Set(await Promise.all(asked)).size).toBe(1);
    expect(calls).toHaveLength(1);
  });

  it('go on for the others when one browser leaves, and end when the last one does', async () => {
    const { fetch, calls } = slowAlloy();
    const { ask } = setUp(mapCache(), fetch);
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [ask('ada', first.signal), ask('ada', second.signal)];
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(1);
    first.abort();
    expect(await asked[0]).toBe('499');
    expect(calls[0]?.aborted).toBe(false);
    second.abort();
    expect(await asked[1]).toBe('499');
    expect(calls[0]?.aborted).toBe(true);
  });

  it('that fail leave nothing behind: the next request asks again', async () => {
    const sandbox = createSandboxApi();
    sandbox.failNext(400);
    const { ask } = setUp(mapCache(), sandbox);
    expect(await Promise.all([ask(), ask()])).toEqual(['500', '500']);
    expect(await ask()).toMatch(/^ey/);
  });
});

describe('a cache that fails is passed by', () => {
  const down = (): Promise<never> => Promise.reject(new Error('ECONNREFUSED'));

  it('when it is down', async () => {
    const { ask, errors } = setUp({ get: down, set: down });
    expect(await ask()).toMatch(/^ey/);
    expect(errors.map(String)).toEqual(['Error: ECONNREFUSED', 'Error: ECONNREFUSED']);
  });

  it('when it throws at once', async () => {
    const broken = (): never => {
      throw new Error('not connected');
    };
    const { ask, errors } = setUp({ get: broken, set: broken });
    expect(await ask()).toMatch(/^ey/);
    expect(errors).toHaveLength(2);
  });

  it('when it says nothing: after a second, and it is not asked to store either', async () => {
    const get = vi.fn(() => new Promise(() => undefined));
    const set = vi.fn();
    const { ask, errors } = setUp({ get, set });
    const asked = ask();
    await vi.waitFor(() => expect(get).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toMatch(/^ey/);
    expect(errors.map(String)).toEqual([
      'CacheTimeout: The token cache gave no answer within 1000 ms.',
    ]);
    expect(set).not.toHaveBeenCalled();
  });

  it.each([['rubbish'], [42], [{ token: 'x' }], ['<html>']])(
    'when it gives %j, and is corrected',
    async (rubbish) => {
      const cache = mapCache();
      const { ask, errors } = setUp(cache);
      const token = await ask();
      for (const entry of cache.entries.values()) entry.value = rubbish;
      expect(await ask()).toMatch(/^ey/);
      expect(String(errors[0])).toMatch(/The token cache/);
      expect(String(errors[0])).not.toContain('rubbish');
      expect(await ask()).toMatch(/^ey/);
      expect(errors).toHaveLength(1);
      expect(token).toMatch(/^ey/);
    },
  );

  it('when it gives what ran out long ago, without a complaint', async () => {
    const cache = mapCache();
    const { ask, errors } = setUp(cache);
    await ask();
    const old = fakeJwt({ issuedAtSeconds: Date.now() / 1000 - 7_200 });
    for (const entry of cache.entries.values()) entry.value = old;
    expect(await ask()).not.toBe(old);
    expect(errors).toEqual([]);
  });
});
