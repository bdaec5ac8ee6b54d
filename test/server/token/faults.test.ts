import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  AlloyApiError,
  createAlloyClient,
  createTokenHandler,
  type TokenCache,
  type TokenHandlerOptions,
} from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';
import { fakeJwt } from '../../support/fake-jwt';

const KEY = 'key_0123456789abcdefghijklmnop';
const never = (): Promise<never> => new Promise(() => undefined);

function ask(headers: Record<string, string> = {}, url = 'https://app.example.com/token'): Request {
  return new Request(url, { headers });
}

function handlerWith(
  options: Partial<TokenHandlerOptions> = {},
): (request: Request) => Promise<Response> {
  return createTokenHandler({
    alloy: createAlloyClient({ apiKey: KEY, fetch: createSandboxApi() }),
    identify: ({ headers }) => ({ username: headers.get('x-user') ?? 'ada' }),
    onError: () => undefined,
    ...options,
  });
}

function mapCache(): TokenCache & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return { entries, get: (key) => entries.get(key), set: (key, value) => entries.set(key, value) };
}

async function tokenIn(response: Response): Promise<string> {
  return ((await response.json()) as { token: string }).token;
}

describe('host code that misbehaves', () => {
  it.each([
    ['rejects', () => Promise.reject(new Error('logger'))],
    ['hangs', never],
    [
      'throws',
      (): never => {
        throw new Error('logger');
      },
    ],
  ])('an onError that %s costs neither the answer nor the process', async (_name, onError) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    onTestFinished(() => void process.off('unhandledRejection', unhandled));
    const handle = handlerWith({ identify: () => Promise.reject(new Error('down')), onError });
    expect((await handle(ask())).status).toBe(500);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('an identify that never answers ends within the time that a browser waits', async () => {
    vi.useFakeTimers();
    const response = handlerWith({ identify: never })(ask());
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await response).status).toBe(504);
  });

  it('a slow identify and an Alloy that never answers have the eight seconds together', async () => {
    vi.useFakeTimers();
    const onError = vi.fn();
    const response = handlerWith({
      alloy: createAlloyClient({ apiKey: KEY, fetch: never, timeoutMs: 60_000 }),
      identify: () =>
        new Promise((resolve) => setTimeout(() => resolve({ username: 'ada' }), 4_000)),
      onError,
    })(ask());
    await vi.advanceTimersByTimeAsync(7_999);
    expect(onError).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    const { status } = await response;
    expect(status).toBe(504);
    expect(String(onError.mock.calls[0]?.[0])).toBe(
      'AlloyApiError: createTokenHandler: no answer of Alloy within 8000 ms.',
    );
  });

  it('an Alloy that never answers ends before a browser gives up', async () => {
    vi.useFakeTimers();
    const response = handlerWith({ alloy: createAlloyClient({ apiKey: KEY, fetch: never }) })(
      ask(),
    );
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await (await response).json()).toEqual({ error: 'alloy-timeout' });
  });

  it('the four calls of a new user have one deadline together', async () => {
    vi.useFakeTimers();
    const sandbox = createSandboxApi({ latencyMs: 3_000 });
    const response = handlerWith({ alloy: createAlloyClient({ apiKey: KEY, fetch: sandbox }) })(
      ask(),
    );
    await vi.advanceTimersByTimeAsync(8_000);
    expect((await response).status).toBe(504);
  });

  it('an apiKey function that hung once is asked again', async () => {
    vi.useFakeTimers();
    const apiKey = vi
      .fn<() => Promise<string>>()
      .mockReturnValueOnce(never())
      .mockResolvedValue(KEY);
    const alloy = createAlloyClient({
      apiKey,
      fetch: createSandboxApi(),
      timeoutMs: 500,
      retries: 0,
    });
    const first = alloy.users.get('ada').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(500);
    expect(await first).toMatchObject({ code: 'unavailable', retryable: true });
    expect(await alloy.users.get('ada')).toBeNull();
  });
});

describe('names that two users could share', () => {
  it('a username with half of a surrogate pair is refused before anything is looked up', async () => {
    const get = vi.fn();
    const handle = handlerWith({
      identify: () => ({ username: 'bob\ud83d' }),
      cache: { get, set: () => undefined },
    });
    expect((await handle(ask())).status).toBe(500);
    expect(get).not.toHaveBeenCalled();
  });

  it('an id with half of a surrogate pair goes nowhere: not into a query, and not into a body', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const alloy = createAlloyClient({ apiKey: KEY, fetch });
    for (const call of [
      () => alloy.integrations.list('bob\ud83d'),
      () => alloy.workflows.activate('bob\ud83d', 'w'),
      () => alloy.users.create({ username: 'bob\ud83d' }),
      () => alloy.users.createMany([{ username: 'bob\ud83d' }]),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'invalid-request' });
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  it("a username that is another user's Alloy id gets no token, and is not that user", async () => {
    const alloy = createAlloyClient({ apiKey: KEY, fetch: createSandboxApi() });
    const { userId } = await alloy.users.create({ username: 'victim' });
    const cache = mapCache();
    const handle = handlerWith({ alloy, cache, identify: () => ({ username: userId }) });
    const response = await handle(ask());
    expect([response.status, await response.json()]).toEqual([
      500,
      { error: 'alloy-invalid-request' },
    ]);
    expect(cache.entries.size).toBe(0);
    await expect(alloy.users.ensure({ username: userId })).rejects.toBeInstanceOf(AlloyApiError);
  });

  it.each([
    ['regions', { region: 'us' as const }, { region: 'eu' as const }],
    ['accounts', { apiKey: 'key-of-one' }, { apiKey: 'key-of-another' }],
    ['hosts', {}, { baseUrl: 'https://alloy.example.com' }],
  ])('two %s with one cache keep their tokens apart', async (_name, one, other) => {
    const cache = mapCache();
    const tokens = await Promise.all(
      [one, other].map(async (options) => {
        const alloy = createAlloyClient({ apiKey: KEY, fetch: createSandboxApi(), ...options });
        return tokenIn(await handlerWith({ alloy, cache })(ask()));
      }),
    );
    expect(tokens[0]).not.toBe(tokens[1]);
    expect(cache.entries.size).toBe(2);
  });

  it('a namespace keeps the cache warm when the key is rotated', async () => {
    const cache = mapCache();
    const [one, other] = ['old', 'new'].map((apiKey) => {
      const alloy = createAlloyClient({ apiKey, fetch: createSandboxApi() });
      return handlerWith({ alloy, cache, cacheNamespace: 'production' });
    });
    const first = await one?.(ask());
    const second = await other?.(ask());
    expect(await second?.json()).toEqual(await first?.json());
  });

  it('a client of unknown account is not given a cache without a namespace', () => {
    const { users, integrations, workflows, credentials } = createAlloyClient({ apiKey: KEY });
    const alloy = { users, integrations, workflows, credentials };
    expect(() => handlerWith({ alloy, cache: mapCache() })).toThrow(/cacheNamespace/);
  });
});

describe('secrets', () => {
  it.each(Array.from({ length: 41 }, (_, at) => 170 + at))(
    'an answer that holds the key from character %i on shows no part of it',
    async (at) => {
      const message = `${'x'.repeat(at)}${KEY}`;
      const alloy = createAlloyClient({
        apiKey: KEY,
        retries: 0,
        fetch: () => Promise.resolve(Response.json({ message }, { status: 400 })),
      });
      const error: unknown = await alloy.users.get('ada').catch((reason: unknown) => reason);
      expect(inspect(error)).not.toContain(KEY.slice(0, 6));
    },
  );

  it('what fetch or the apiKey function throws leaves as a clean copy', async () => {
    const jwt = fakeJwt();
    const failure = Object.assign(new Error(`${KEY} ${jwt}`, { cause: new Error(jwt) }), {
      config: { headers: { 'X-Vault-Token': 'hvs.CAESIJ0123456789abcdef', key: KEY } },
    });
    Object.defineProperty(failure, 'request', {
      get: () => {
        throw new Error(KEY);
      },
    });
    failure.cause = Object.assign(new Error(`cause ${KEY}`), { cause: failure });
    const fail = (): Promise<never> => Promise.reject(failure);
    for (const options of [
      { apiKey: KEY, fetch: fail },
      { apiKey: fail, fetch: createSandboxApi() },
    ]) {
      const alloy = createAlloyClient({ ...options, retries: 0 });
      const error: unknown = await alloy.users.get('ada').catch((reason: unknown) => reason);
      const shown = inspect(error, { depth: 20, showHidden: true, getters: true });
      expect(shown).not.toContain(KEY);
      expect(shown).not.toContain('hvs.');
      expect(shown).not.toContain(jwt.slice(0, 30));
    }
  });
});

describe('clocks and crowds', () => {
  it("the answer's Date is Alloy's, Age included, also from the cache of a machine that is an hour ahead", async () => {
    const alloysNow = 1_700_000_000_000;
    vi.useFakeTimers({ now: alloysNow + 65 * 60_000 });
    const fetch = vi.fn(() => {
      const headers = { date: new Date(alloysNow - 30_000).toUTCString(), age: '30' };
      return Promise.resolve(
        Response.json({ token: fakeJwt({ issuedAtSeconds: alloysNow / 1000 }) }, { headers }),
      );
    });
    const handle = handlerWith({
      alloy: createAlloyClient({ apiKey: KEY, fetch }),
      cache: mapCache(),
    });
    expect((await handle(ask())).headers.get('date')).toBe(new Date(alloysNow).toUTCString());
    vi.advanceTimersByTime(60_000);
    expect((await handle(ask())).headers.get('date')).toBe(
      new Date(alloysNow + 60_000).toUTCString(),
    );
    expect(fetch).toHaveBeenCalledOnce();
  });

  it.each(['rejected', 'manual'])('a token that is %s is not given out again', async (reason) => {
    vi.useFakeTimers({ now: 1_700_000_000_000 });
    const handle = handlerWith({ cache: mapCache() });
    const first = await tokenIn(await handle(ask()));
    vi.advanceTimersByTime(2_000);
    const second = await tokenIn(await handle(ask({ 'x-alloy-token-reason': reason })));
    expect(second).not.toBe(first);
    expect(await tokenIn(await handle(ask()))).toBe(second);
  });

  it('who asks for new tokens in a loop gets the cached one, and others still get theirs', async () => {
    const sandbox = createSandboxApi();
    const alloy = createAlloyClient({ apiKey: KEY, fetch: sandbox });
    const handle = handlerWith({ alloy, cache: mapCache() });
    for (let turn = 0; turn < 20; turn++) {
      await handle(ask({ 'x-alloy-token-reason': 'manual' }));
    }
    const made = (): number =>
      sandbox.requests.filter(({ path, status }) => path.endsWith('/token') && status === 200)
        .length;
    expect(made()).toBe(3);
    const before = made();
    await handle(ask({ 'x-alloy-token-reason': 'manual', 'x-user': 'bob' }));
    expect(made()).toBe(before + 1);
  });

  it('an answer of Alloy without end is not read to its end', async () => {
    const cancel = vi.fn();
    const chunk = new Uint8Array(1_000_000);
    const body = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(chunk), cancel });
    const fetch = (): Promise<Response> => Promise.resolve(new Response(body));
    const alloy = createAlloyClient({ apiKey: KEY, fetch });
    await expect(alloy.users.get('ada')).rejects.toMatchObject({ code: 'malformed' });
    expect(cancel).toHaveBeenCalled();
  });

  it('a fetch whose answers have no stream will do', async () => {
    const answer = {
      status: 200,
      headers: new Headers(),
      text: () => Promise.resolve('{"userId":"u","username":"ada"}'),
    };
    const fetch = (): Promise<Response> => Promise.resolve(answer as Response);
    const alloy = createAlloyClient({ apiKey: KEY, fetch });
    expect(await alloy.users.get('ada')).toEqual({ userId: 'u', username: 'ada' });
  });
});

describe('a cache that hangs', () => {
  it('costs one second once, is asked nothing for some seconds, and is used again when it is back', async () => {
    vi.useFakeTimers();
    const cache = mapCache();
    let isDown = true;
    const get = vi.fn((key: string) =>
      isDown ? never() : Promise.resolve(cache.entries.get(key)),
    );
    const handle = handlerWith({ cache: { get, set: cache.set } });
    const first = handle(ask());
    const second = handle(ask({ 'x-user': 'bob' }));
    await vi.waitFor(() => expect(get).toHaveBeenCalledTimes(2));
    await vi.advanceTimersByTimeAsync(1_000);
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    for (let turn = 0; turn < 100; turn++) expect((await handle(ask())).status).toBe(200);
    expect(get).toHaveBeenCalledTimes(2);
    isDown = false;
    await vi.advanceTimersByTimeAsync(5_000);
    const before = await tokenIn(await handle(ask()));
    expect(await tokenIn(await handle(ask()))).toBe(before);
  });
});

describe('a server that puts a name of its own into the URL', () => {
  const url = 'http://localhost:3000/token';
  it('knows its own pages by the Host header', async () => {
    const own = { host: 'intranet:3000', origin: 'http://intranet:3000' };
    expect((await handlerWith()(ask(own, url))).status).toBe(200);
  });
  it('still refuses the pages of others', async () => {
    const foreign = { host: 'intranet:3000', origin: 'http://evil.example' };
    expect((await handlerWith()(ask(foreign, url))).status).toBe(403);
  });
});
