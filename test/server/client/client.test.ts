import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { AlloyApiError, createAlloyClient, type AlloyClientOptions } from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';
import { fakeJwt } from '../../support/fake-jwt';

const KEY = 'key_0123456789abcdefghijklmnop';

interface Seen {
  url: string;
  method: string;
  headers: Headers;
  body: unknown;
}

/** A fetch that gives the answers in turn, the last one for ever, and notes what it was asked. */
function scripted(...answers: (() => Response | Promise<Response>)[]): {
  fetch: typeof fetch;
  seen: Seen[];
} {
  const seen: Seen[] = [];
  return {
    seen,
    fetch: (input, init) => {
      seen.push({
        url: input instanceof Request ? input.url : String(input),
        method: init?.method ?? 'GET',
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      if (!answer) throw new Error('no answer was scripted');
      return Promise.resolve().then(answer);
    },
  };
}

function answer(body: unknown, init?: ResponseInit): () => Response {
  return () => Response.json(body, init);
}

const silence = (): Promise<Response> => new Promise(() => undefined);

async function rejection(promise: Promise<unknown>): Promise<AlloyApiError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AlloyApiError) return error;
  throw new Error(`expected an AlloyApiError, got ${inspect(error)}`);
}

function clientWith(
  answers: (() => Response | Promise<Response>)[],
  options: Partial<AlloyClientOptions> = {},
): { alloy: ReturnType<typeof createAlloyClient>; seen: Seen[] } {
  const { fetch, seen } = scripted(...answers);
  return { alloy: createAlloyClient({ apiKey: KEY, fetch, ...options }), seen };
}

describe('where a call goes', () => {
  it('asks the current host with the version in a header and the key as a bearer', async () => {
    const { alloy, seen } = clientWith([answer({ userId: 'u1' })]);
    await alloy.users.create({ username: 'ada', fullName: 'Ada L.' });
    expect(seen[0]).toMatchObject({
      url: 'https://production.runalloy.com/users',
      method: 'POST',
      body: { username: 'ada', fullName: 'Ada L.' },
    });
    expect(seen[0]?.headers.get('x-api-version')).toBe('2025-09');
    expect(seen[0]?.headers.get('authorization')).toBe(`Bearer ${KEY}`);
    expect(seen[0]?.headers.get('content-type')).toBe('application/json');
  });

  it.each([
    [{ region: 'eu' }, 'https://eu-embedded.runalloy.com/2024-03/users/ada', null],
    [
      { baseUrl: 'https://embedded.runalloy.com/2024-03/' },
      'https://embedded.runalloy.com/2024-03/users/ada',
      null,
    ],
    [
      { baseUrl: 'https://embedded.runalloy.com', apiVersion: '2024-03' },
      'https://embedded.runalloy.com/2024-03/users/ada',
      null,
    ],
    [{ baseUrl: 'http://127.0.0.1:4010' }, 'http://127.0.0.1:4010/users/ada', '2025-09'],
    [{ apiVersion: '2026-01' }, 'https://production.runalloy.com/users/ada', '2026-01'],
  ] as const)('with %j it asks %s', async (options, url, version) => {
    const { alloy, seen } = clientWith([answer({ userId: 'u1', username: 'ada' })], options);
    await alloy.users.get('ada');
    expect(seen[0]?.url).toBe(url);
    expect(seen[0]?.headers.get('x-api-version')).toBe(version);
  });

  it('encodes ids, so that a username stays one segment of the path', async () => {
    const { alloy, seen } = clientWith([answer({ token: fakeJwt() })]);
    await alloy.users.createToken('a/b?c#d%e@example.com');
    expect(seen[0]?.url).toBe(
      'https://production.runalloy.com/users/a%2Fb%3Fc%23d%25e%40example.com/token',
    );
  });

  it.each(['', '.', '..', '\ud800'])('asks nothing for the impossible id %j', async (id) => {
    const { alloy, seen } = clientWith([answer({})]);
    expect((await rejection(alloy.users.createToken(id))).code).toBe('invalid-request');
    expect(seen).toHaveLength(0);
  });

  it('follows no redirect with the key', async () => {
    const { alloy, seen } = clientWith([
      () => new Response(null, { status: 307, headers: { location: 'https://elsewhere.example' } }),
    ]);
    const error = await rejection(alloy.users.get('ada'));
    expect(error).toMatchObject({ code: 'malformed', status: 307 });
    expect(seen).toHaveLength(1);
  });
});

describe('what a call answers', () => {
  it('finds a user, and gives null where there is none', async () => {
    const { alloy } = clientWith([
      answer({ userId: 'u1', username: 'ada' }),
      answer({ message: 'User not found' }, { status: 404 }),
    ]);
    expect(await alloy.users.get('ada')).toEqual({ userId: 'u1', username: 'ada' });
    expect(await alloy.users.get('bob')).toBeNull();
  });

  it.each([
    ['an object', (jwt: string) => ({ token: jwt })],
    ['a bare JSON string', (jwt: string) => jwt],
  ])('takes the token out of %s, with its end', async (_shape, shaped) => {
    const jwt = fakeJwt({ issuedAtSeconds: 1_707_714_472 });
    const { alloy } = clientWith([answer(shaped(jwt))]);
    expect(await alloy.users.createToken('u1')).toEqual({
      token: jwt,
      expiresAt: new Date(1_707_718_072_000),
    });
  });

  it.each([
    ['HTML', () => new Response('<html>')],
    ['an object without a token', answer({})],
    ['a token that is no JWT', answer({ token: 'sk_not_a_jwt' })],
  ])('calls %s malformed and shows none of it', async (_name, malformed) => {
    const { alloy } = clientWith([malformed]);
    const error = await rejection(alloy.users.createToken('u1'));
    expect(error).toMatchObject({ code: 'malformed', retryable: false });
    expect(inspect(error)).not.toMatch(/<html>|sk_not/);
  });

  it('lists integrations from both shapes of the answer, and gets one', async () => {
    const { alloy, seen } = clientWith([
      answer({ data: [{ integrationId: 'i1' }] }),
      answer([{ integrationId: 'i2' }]),
      answer({ integrationId: 'i3' }),
    ]);
    expect(await alloy.integrations.list('u&1')).toEqual([{ integrationId: 'i1' }]);
    expect(await alloy.integrations.list('u1')).toEqual([{ integrationId: 'i2' }]);
    expect(await alloy.integrations.get('u1', 'i/3')).toEqual({ integrationId: 'i3' });
    expect(seen.map(({ url }) => url.replace('https://production.runalloy.com', ''))).toEqual([
      '/integrations?userId=u%261',
      '/integrations?userId=u1',
      '/integrations/i%2F3?userId=u1',
    ]);
  });

  it('switches a workflow of a user on and off', async () => {
    const { alloy, seen } = clientWith([answer({ activated: true })]);
    await alloy.workflows.activate('u1', 'w1');
    await alloy.workflows.deactivate('u1', 'w1');
    expect(seen).toMatchObject([
      { method: 'PUT', body: { userId: 'u1', workflowId: 'w1' } },
      { method: 'PUT', body: { userId: 'u1', workflowId: 'w1' } },
    ]);
    expect(seen.map(({ url }) => url.split('/').at(-1))).toEqual(['activate', 'deactivate']);
  });
});

describe('what goes wrong', () => {
  it.each([
    [400, 'invalid-request', false],
    [401, 'unauthorized', false],
    [403, 'unauthorized', false],
    [404, 'not-found', false],
    [422, 'invalid-request', false],
    [429, 'rate-limited', true],
    [500, 'unavailable', true],
    [503, 'unavailable', true],
  ])('an answer of %i is "%s"', async (status, code, retryable) => {
    const { alloy } = clientWith([answer({ message: 'as it is' }, { status })], { retries: 0 });
    expect(await rejection(alloy.users.createToken('u1'))).toMatchObject({
      code,
      status,
      retryable,
    });
  });

  it('says what Alloy said about a bad request', async () => {
    const { alloy } = clientWith([answer({ message: 'username is taken' }, { status: 400 })]);
    const error = await rejection(alloy.users.create({ username: 'ada' }));
    expect(error.message).toBe("Alloy's API, POST /users: 400. username is taken");
  });

  it('ends in "timeout" when nothing comes, and aborts the request', async () => {
    vi.useFakeTimers();
    const signals: (AbortSignal | null | undefined)[] = [];
    const alloy = createAlloyClient({
      apiKey: KEY,
      fetch: (_input, init) => {
        signals.push(init?.signal);
        return silence();
      },
    });
    const error = rejection(alloy.users.get('ada'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await error).toMatchObject({ code: 'timeout', status: null, retryable: true });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it('gives a call up with its signal, also while it waits for a retry', async () => {
    const { alloy, seen } = clientWith([
      answer({}, { status: 503, headers: { 'retry-after': '5' } }),
    ]);
    const abort = new AbortController();
    const call = alloy.users.get('ada', { signal: abort.signal });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    abort.abort(new Error('the client is gone'));
    await expect(call).rejects.toThrow('the client is gone');
  });
});

describe('retries', () => {
  const unreachable = (): never => {
    throw new TypeError('fetch failed');
  };

  it('makes a GET again after a broken connection and a 500', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { alloy, seen } = clientWith([
      unreachable,
      answer({}, { status: 500 }),
      answer({ userId: 'u1', username: 'ada' }),
    ]);
    expect(await alloy.users.get('ada')).toEqual({ userId: 'u1', username: 'ada' });
    expect(seen).toHaveLength(3);
  });

  it('gives up after two retries', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { alloy, seen } = clientWith([unreachable]);
    expect((await rejection(alloy.users.get('ada'))).code).toBe('unavailable');
    expect(seen).toHaveLength(3);
  });

  it('makes no POST again that may have been carried out', async () => {
    const { alloy, seen } = clientWith([answer({}, { status: 500 })]);
    expect((await rejection(alloy.users.create({ username: 'ada' }))).code).toBe('unavailable');
    expect(seen).toHaveLength(1);
  });

  it.each([429, 503])(
    'makes a POST again when a %i says when, and not all at the same moment',
    async (status) => {
      vi.useFakeTimers();
      vi.spyOn(Math, 'random').mockReturnValue(0.5);
      const { alloy, seen } = clientWith([
        answer({}, { status, headers: { 'retry-after': '2' } }),
        answer({ userId: 'u1' }),
      ]);
      const created = alloy.users.create({ username: 'ada' });
      // Two seconds, and a share of chance: everybody who was refused got the same number.
      await vi.advanceTimersByTimeAsync(2_549);
      expect(seen).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(await created).toEqual({ userId: 'u1' });
    },
  );

  it('waits for no retry beyond the timeout, and says when to come back', async () => {
    const { alloy, seen } = clientWith([
      answer({}, { status: 429, headers: { 'retry-after': '30' } }),
    ]);
    expect(await rejection(alloy.users.get('ada'))).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 30_000,
    });
    expect(seen).toHaveLength(1);
  });

  it('reads Retry-After as a date against the clock of the answer', async () => {
    const { alloy } = clientWith(
      [
        answer(
          {},
          {
            status: 503,
            headers: {
              date: 'Tue, 01 Jan 2030 00:00:00 GMT',
              'retry-after': 'Tue, 01 Jan 2030 00:00:40 GMT',
            },
          },
        ),
      ],
      { retries: 0 },
    );
    expect((await rejection(alloy.users.get('ada'))).retryAfterMs).toBe(40_000);
  });
});

describe('ensure', () => {
  it('creates the user only where there is none', async () => {
    const alloy = createAlloyClient({ apiKey: KEY, fetch: createSandboxApi() });
    const first = await alloy.users.ensure({ username: 'ada' });
    expect(await alloy.users.ensure({ username: 'ada' })).toEqual(first);
  });

  it('gives both of two racing requests the one new user', async () => {
    const sandbox = createSandboxApi();
    let lookups = 0;
    let bothLooked = (): void => undefined;
    const looked = new Promise<void>((resolve) => (bothLooked = resolve));
    const alloy = createAlloyClient({
      apiKey: KEY,
      fetch: async (input, init) => {
        const response = await sandbox(input, init);
        if (init?.method === 'GET' && ++lookups === 2) bothLooked();
        if (init?.method === 'GET') await looked;
        return response;
      },
    });
    const [one, two] = await Promise.all([
      alloy.users.ensure({ username: 'ada' }),
      alloy.users.ensure({ username: 'ada' }),
    ]);
    expect(one.userId).toMatch(/^[0-9a-f]{24}$/);
    expect(two).toEqual(one);
  });

  it('passes on why a user cannot be created', async () => {
    const { alloy } = clientWith([
      answer({}, { status: 404 }),
      answer({ message: 'fullName is too long' }, { status: 400 }),
      answer({}, { status: 404 }),
    ]);
    const error = await rejection(alloy.users.ensure({ username: 'ada' }));
    expect(error.message).toContain('fullName is too long');
  });
});

describe('the key', () => {
  it('is asked for again after a 401, once by all who were refused', async () => {
    const sandbox = createSandboxApi({ apiKey: 'new-key' });
    const apiKey = vi.fn<() => Promise<string>>().mockResolvedValueOnce('old-key');
    apiKey.mockResolvedValue('new-key');
    const alloy = createAlloyClient({ apiKey, fetch: sandbox });
    const users = ['a', 'b', 'c', 'd', 'e'].map((username) => alloy.users.create({ username }));
    expect(new Set((await Promise.all(users)).map(({ userId }) => userId)).size).toBe(5);
    expect(apiKey).toHaveBeenCalledTimes(2);
    await alloy.users.get('a');
    expect(apiKey).toHaveBeenCalledTimes(2);
  });

  it('that is refused again ends in "unauthorized", and heals by itself later', async () => {
    const sandbox = createSandboxApi({ apiKey: 'right' });
    let current = 'wrong';
    const alloy = createAlloyClient({ apiKey: () => current, fetch: sandbox });
    expect((await rejection(alloy.users.get('ada'))).code).toBe('unauthorized');
    current = 'right';
    expect(await alloy.users.get('ada')).toBeNull();
  });

  it('that could not be had is asked for anew at the next call', async () => {
    const apiKey = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('vault is sealed'))
      .mockResolvedValue(KEY);
    const alloy = createAlloyClient({ apiKey, fetch: createSandboxApi(), retries: 0 });
    const error = await rejection(alloy.users.get('ada'));
    expect(error.code).toBe('unavailable');
    expect(inspect(error)).toContain('vault is sealed');
    expect(await alloy.users.get('ada')).toBeNull();
  });

  it.each(['', '   ', 'two words', 'schlüssel', 'a\nb'])(
    'of the form %j is never sent',
    async (apiKey) => {
      const { alloy, seen } = clientWith([answer({})], { apiKey });
      const error = await rejection(alloy.users.get('ada'));
      expect(error.code).toBe('unauthorized');
      expect(error.message).toMatch(/environment variable/);
      if (apiKey.trim()) expect(inspect(error)).not.toContain(apiKey);
      expect(seen).toHaveLength(0);
    },
  );

  it('may end in a line break, as a key read from a file does', async () => {
    const { alloy, seen } = clientWith([answer({ userId: 'u1' })], { apiKey: `${KEY}\n` });
    await alloy.users.get('ada');
    expect(seen[0]?.headers.get('authorization')).toBe(`Bearer ${KEY}`);
  });

  it('shows in neither the client nor any error, whoever quotes it', async () => {
    const quoting = (): never => {
      const request = { headers: { authorization: `Bearer ${KEY}` } };
      const cause = new Error(`socket closed for Bearer ${KEY}`);
      throw Object.assign(new Error(`no answer to Bearer ${KEY}`, { cause }), { request });
    };
    const bad = (status: number): (() => Response) =>
      answer({ message: `the key ${KEY} is bad`, error: KEY }, { status });
    for (const script of [
      quoting,
      bad(400),
      bad(401),
      bad(500),
      answer(KEY),
      answer({ [KEY]: KEY }),
    ]) {
      const { alloy } = clientWith([script], { retries: 0 });
      const error = await rejection(alloy.users.createToken('u1'));
      const shown = [error, alloy].map((value) =>
        inspect(value, { depth: 10, showHidden: true, getters: true }),
      );
      expect([...shown, error.stack, JSON.stringify(error)].join('\n')).not.toContain(KEY);
    }
  });
});

it.each(['window', 'document', 'importScripts'])(
  'throws at once where there is a %s, since the key would be public there',
  (name) => {
    vi.stubGlobal(name, {});
    expect(() => createAlloyClient({ apiKey: KEY })).toThrow(/in a browser/);
  },
);

it('runs in Deno, which has a window too', () => {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('Deno', {});
  expect(() => createAlloyClient({ apiKey: KEY })).not.toThrow();
});
