import { describe, expect, it, vi } from 'vitest';
import {
  AlloyApiError,
  createAlloyClient,
  createTokenHandler,
  type AlloyUserInput,
  type TokenHandlerOptions,
} from '../../../src/server';
import { readJwt } from '../../../src/shared/jwt';
import { createSandboxApi, type SandboxApiOptions } from '../../../src/testing';
import { takeConsole } from '../../support/console';

const URL_OF_ENDPOINT = 'https://app.example.com/api/alloy/token';
const KEY = 'key_0123456789abcdefghijklmnop';

function ask(headers: Record<string, string> = {}, init: RequestInit = {}): Request {
  return new Request(URL_OF_ENDPOINT, { ...init, headers });
}

function setUp(
  options: Partial<TokenHandlerOptions> = {},
  sandboxOptions: SandboxApiOptions = {},
): {
  handle: (request: Request) => Promise<Response>;
  sandbox: ReturnType<typeof createSandboxApi>;
  calls: string[];
  onError: ReturnType<typeof vi.fn>;
} {
  const calls: string[] = [];
  const onError = vi.fn();
  const sandbox = createSandboxApi({
    onRequest: ({ method, path, status }) => calls.push(`${method} ${path} ${status}`),
    ...sandboxOptions,
  });
  const handle = createTokenHandler({
    alloy: createAlloyClient({ apiKey: KEY, fetch: sandbox, retries: 0, timeoutMs: 500 }),
    identify: () => ({ username: 'ada', fullName: 'Ada L.' }),
    onError,
    ...options,
  });
  return { handle, sandbox, calls, onError };
}

async function tokenIn(response: Response): Promise<string> {
  const { token } = (await response.json()) as { token: string };
  return token;
}

describe('a signed-in user', () => {
  it('gets a token, and becomes a user of Alloy at the first one', async () => {
    const { handle, calls } = setUp();
    const response = await handle(ask());
    expect(response.status).toBe(200);
    const { subject } = readJwt(await tokenIn(response));
    expect(calls).toEqual([
      'GET /users/ada/token 404',
      'GET /users/ada 404',
      'POST /users 200',
      `GET /users/${String(subject)}/token 200`,
    ]);
  });

  it('costs one call from the second token on', async () => {
    const { handle, calls } = setUp();
    await handle(ask());
    calls.length = 0;
    await handle(ask());
    expect(calls).toEqual(['GET /users/ada/token 200']);
  });

  it('is created by nobody when createUsers is off', async () => {
    const { handle, calls, onError } = setUp({ createUsers: false });
    const response = await handle(ask());
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: 'alloy-not-found' });
    expect(calls).toEqual(['GET /users/ada/token 404']);
    expect(onError).toHaveBeenCalledOnce();
  });

  it('is created once by two first requests that race', async () => {
    const { handle, calls } = setUp();
    const [one, two] = await Promise.all([handle(ask()), handle(ask())]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(readJwt(await tokenIn(one)).subject).toBe(readJwt(await tokenIn(two)).subject);
    expect(calls.filter((call) => call === 'POST /users 200')).toHaveLength(1);
  });

  it('is the one of the session, whatever URL and body say', async () => {
    const identify = vi.fn((request: Request): AlloyUserInput | null =>
      request.headers.get('cookie') === 'session=ada' ? { username: 'ada' } : null,
    );
    const { handle, calls } = setUp({ identify });
    const request = new Request(`${URL_OF_ENDPOINT}?userId=eve&username=eve`, {
      method: 'POST',
      headers: { cookie: 'session=ada' },
      body: JSON.stringify({ username: 'eve', userId: 'eve' }),
    });
    expect((await handle(request)).status).toBe(200);
    expect(identify).toHaveBeenCalledWith(request);
    expect(calls.join()).not.toContain('eve');
  });
});

describe('a refusal', () => {
  it('is 401 without a signed-in user, and asks Alloy nothing', async () => {
    const { handle, calls } = setUp({ identify: () => Promise.resolve(null) });
    const response = await handle(ask());
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'unauthenticated' });
    expect(calls).toEqual([]);
  });

  it('is 500 when identify throws; the reason goes to onError alone', async () => {
    const reason = new Error('session store at 10.0.0.3 is down');
    const { handle, onError } = setUp({ identify: () => Promise.reject(reason) });
    const request = ask();
    const response = await handle(request);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"error":"internal-error"}');
    expect(onError).toHaveBeenCalledExactlyOnceWith(reason, request);
  });

  it('is 500 when identify gives a user without a name, rather than a token of anyone', async () => {
    const { handle, calls, onError } = setUp({ identify: () => ({ username: '' }) });
    expect((await handle(ask())).status).toBe(500);
    expect(String(onError.mock.calls[0]?.[0])).toMatch(/identify must give/);
    expect(calls).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is 405 for %s, with Allow', async (method) => {
    const { handle } = setUp();
    const response = await handle(ask({}, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect(await response.json()).toEqual({ error: 'method-not-allowed' });
  });

  it('holds neither the key nor a word of Alloy', async () => {
    const { handle } = setUp({
      alloy: createAlloyClient({
        apiKey: KEY,
        fetch: () =>
          Promise.resolve(Response.json({ message: `secret ${KEY}`, error: KEY }, { status: 400 })),
      }),
    });
    const response = await handle(ask());
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"error":"alloy-invalid-request"}');
    expect([...response.headers].join()).not.toContain(KEY);
  });

  it('survives an onError that throws', async () => {
    const { handle } = setUp({
      identify: () => Promise.reject(new Error('down')),
      onError: () => {
        throw new Error('so is the logger');
      },
    });
    expect((await handle(ask())).status).toBe(500);
  });

  it('is told to the console, without the key, when nobody listens', async () => {
    const { handle } = setUp({ onError: undefined }, { apiKey: 'another' });
    await handle(ask());
    expect(takeConsole('error')).toEqual([expect.stringContaining('AlloyApiError')]);
  });
});

describe("Alloy's failures", () => {
  it.each([
    [400, 500, 'alloy-invalid-request'],
    [401, 500, 'alloy-unauthorized'],
    [403, 500, 'alloy-unauthorized'],
    [429, 503, 'alloy-rate-limited'],
    [500, 503, 'alloy-unavailable'],
    [503, 503, 'alloy-unavailable'],
    [302, 500, 'alloy-malformed'],
    ['network', 503, 'alloy-unavailable'],
  ] as const)('%s becomes %i %s', async (failure, status, error) => {
    const { handle, sandbox, onError } = setUp();
    sandbox.failNext(failure);
    const response = await handle(ask());
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error });
    expect(response.headers.get('retry-after')).toBeNull();
    expect(onError.mock.calls[0]?.[0]).toBeInstanceOf(AlloyApiError);
  });

  it('passes on when to come back', async () => {
    const { handle, sandbox } = setUp();
    sandbox.failNext({ status: 429, retryAfterSeconds: 20 });
    const response = await handle(ask());
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('20');
  });

  it('is 504 when Alloy is silent', async () => {
    const { handle, sandbox } = setUp();
    sandbox.delayNext(60_000);
    const response = await handle(ask());
    expect(response.status).toBe(504);
    expect(await response.json()).toEqual({ error: 'alloy-timeout' });
  });

  it('is 502 when the client given is not ours and throws what it likes', async () => {
    const { handle } = setUp({
      alloy: {
        ...createAlloyClient({ apiKey: KEY }),
        users: {
          ...createAlloyClient({ apiKey: KEY }).users,
          createToken: () => Promise.reject(new Error('mine')),
        },
      },
    });
    expect(await (await handle(ask())).json()).toEqual({ error: 'alloy-failed' });
  });

  it('gives up its call to Alloy when whoever asked is gone, and complains to nobody', async () => {
    let signal: AbortSignal | null | undefined;
    const { handle, onError } = setUp({
      alloy: createAlloyClient({
        apiKey: KEY,
        fetch: (_input, init) => {
          signal = init?.signal;
          return new Promise(() => undefined);
        },
      }),
    });
    const client = new AbortController();
    const response = handle(ask({}, { signal: client.signal }));
    await vi.waitFor(() => expect(signal).toBeDefined());
    client.abort();
    expect((await response).status).toBe(499);
    expect(signal?.aborted).toBe(true);
    expect(onError).not.toHaveBeenCalled();
  });
});

describe('every answer', () => {
  it.each([
    ['a token', ask(), {}],
    ['a 401', ask(), { identify: (): null => null }],
    ['a 403', ask({ 'sec-fetch-site': 'cross-site' }), {}],
    ['a 405', ask({}, { method: 'DELETE' }), {}],
    ['a 500', ask(), { identify: (): Promise<never> => Promise.reject(new Error('down')) }],
    ['a preflight', ask({ origin: 'https://app.example.com' }, { method: 'OPTIONS' }), {}],
  ] as const)('is kept by no cache: %s', async (_name, request, options) => {
    const { headers } = await setUp(options).handle(request);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('vary')).toMatch(/^Origin/);
  });

  it('with a token says the time, from which the browser counts its life', async () => {
    const response = await setUp().handle(ask());
    expect(Date.parse(response.headers.get('date') ?? '')).toBeGreaterThan(Date.now() - 5_000);
  });

  it('to HEAD has the status and headers of GET, and no body', async () => {
    const { handle } = setUp();
    const response = await handle(ask({}, { method: 'HEAD' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.body).toBeNull();
  });
});

describe('who may ask', () => {
  const OWN = 'https://app.example.com';
  const PARTNER = 'https://admin.example.org';
  const { handle, calls } = setUp({ allowedOrigins: [`${PARTNER}/`, 'capacitor://localhost'] });

  it.each([
    ['a page of the app itself', { 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['curl, which says nothing', {}],
    ['an older browser on a page of the app', { origin: OWN }],
    ['an older browser, where a proxy ended TLS', { origin: 'http://app.example.com' }],
    ['an allowed site', { origin: PARTNER, 'sec-fetch-site': 'cross-site' }],
    ['an allowed native shell', { origin: 'capacitor://localhost' }],
  ])('%s', async (_name, headers) => {
    expect((await handle(ask(headers))).status).toBe(200);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, by a tag or a link', { 'sec-fetch-site': 'cross-site' }],
    ['a sister subdomain', { origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' }],
    ['a sister subdomain, by a tag', { 'sec-fetch-site': 'same-site' }],
    ['another site in an older browser', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['an origin that only begins like an allowed one', { origin: `${PARTNER}.evil.example` }],
  ])('not %s', async (_name, headers) => {
    calls.length = 0;
    const response = await handle(ask(headers));
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ error: 'cross-site' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(calls).toEqual([]);
  });

  it('lets an allowed site read the answer, cookies, clock and failures included', async () => {
    const { headers } = await handle(ask({ origin: PARTNER }));
    expect(headers.get('access-control-allow-origin')).toBe(PARTNER);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-expose-headers')).toBe('Date, Age, Retry-After');
    const refused = await handle(ask({ origin: PARTNER }, { method: 'DELETE' }));
    expect(refused.headers.get('access-control-allow-origin')).toBe(PARTNER);
  });

  it('answers the preflight of an allowed site, without asking who is signed in', async () => {
    const identify = vi.fn(() => null);
    const { handle } = setUp({ allowedOrigins: [PARTNER], identify });
    const response = await handle(
      ask(
        {
          origin: PARTNER,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,x-csrf',
        },
        { method: 'OPTIONS' },
      ),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization,x-csrf');
    expect(response.headers.get('access-control-max-age')).toBe('600');
    expect(response.headers.get('vary')).toContain('Origin');
    expect(identify).not.toHaveBeenCalled();
  });

  it('allows what the provider sends to an allowed site whose preflight names no header', async () => {
    const response = await handle(ask({ origin: PARTNER }, { method: 'OPTIONS' }));
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'content-type, x-alloy-token-reason',
    );
  });

  it('refuses the preflight of another site', async () => {
    const response = await handle(ask({ origin: 'https://evil.example' }, { method: 'OPTIONS' }));
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('tells whoever asks with OPTIONS alone what is allowed', async () => {
    const response = await handle(ask({}, { method: 'OPTIONS' }));
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect(response.headers.get('access-control-allow-methods')).toBeNull();
  });

  it.each(['*', 'null', 'app.example.com', 'https://app.example.com/path', ''])(
    'takes %j for no origin when it is set up',
    (entry) => {
      expect(() => setUp({ allowedOrigins: [entry] })).toThrow(/allowedOrigins/);
    },
  );
});
