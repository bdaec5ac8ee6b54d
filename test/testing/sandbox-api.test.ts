import { describe, expect, it, vi } from 'vitest';
import { readJwt } from '../../src/shared/jwt';
import { createFakeToken, createSandboxApi, type SandboxApiOptions } from '../../src/testing';

const BACKEND = 'https://production.runalloy.com';
const SHOPIFY = '66326843cc9cdb107221f222';
const ORDER_SYNC = '66326849cc9cdb107221f342';

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

function open(options: SandboxApiOptions = { apiKey: 'key' }): {
  sandbox: ReturnType<typeof createSandboxApi>;
  backend: (route: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  browser: (token: string, route: string, body?: unknown) => Promise<Answer>;
} {
  const sandbox = createSandboxApi(options);
  async function send(
    url: string,
    method: string,
    body: unknown,
    headers: object,
  ): Promise<Answer> {
    const response = await sandbox(url, {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  }
  return {
    sandbox,
    backend: (route, body, headers) => {
      const [method = '', path = ''] = route.split(' ');
      const base = path.startsWith('https:') ? '' : BACKEND;
      return send(base + path, method, body, { authorization: 'Bearer key', ...headers });
    },
    browser: (token, route, body) => {
      const [method = '', path = ''] = route.split(' ');
      const url = `https://embedded.runalloy.com/2024-03${path}`;
      return send(url, method, body, { 'x-alloy-user-token': token });
    },
  };
}

async function withUser(
  options?: SandboxApiOptions,
): Promise<ReturnType<typeof open> & { userId: string; token: string }> {
  const opened = open(options);
  const { body } = await opened.backend('POST /users', { username: 'ada', fullName: 'Ada L.' });
  const userId = String(body.userId);
  const answer = await opened.backend('GET /users/ada/token');
  return { ...opened, userId, token: String(answer.body.token) };
}

describe('users', () => {
  it('are created once, and found by id and by username', async () => {
    const { backend, userId } = await withUser();
    expect(userId).toMatch(/^[0-9a-f]{24}$/);
    const user = { userId, username: 'ada', fullName: 'Ada L.' };
    expect((await backend(`GET /users/${userId}`)).body).toEqual(user);
    expect((await backend('GET /users/ada')).body).toEqual(user);
    expect((await backend('POST /users', { username: 'ada' })).status).toBe(400);
    expect((await backend('POST /users', {})).status).toBe(400);
    expect((await backend('GET /users/bob')).status).toBe(404);
    expect((await backend('GET /users')).body).toEqual({ data: [user] });
  });

  it('may have names that need encoding in a path', async () => {
    const { backend } = open();
    await backend('POST /users', { username: 'a/b?c#d%@example.com' });
    const { body } = await backend('GET /users/a%2Fb%3Fc%23d%25%40example.com');
    expect(body.username).toBe('a/b?c#d%@example.com');
  });

  it('come in batches of at most a thousand, the invalid ones named', async () => {
    const { backend } = await withUser();
    const users = [{ username: 'bob' }, { username: 'ada' }, { fullName: 'nobody' }];
    const { status, body } = await backend('POST /users/batch', { users });
    expect(status).toBe(200);
    expect(body.invalidUsers).toEqual([{ username: 'ada' }, { fullName: 'nobody' }]);
    expect((await backend('GET /users/bob')).status).toBe(200);
    const many = Array.from({ length: 1_001 }, (_, index) => ({ username: `user-${index}` }));
    expect((await backend('POST /users/batch', { users: many })).status).toBe(400);
  });
});

describe('tokens', () => {
  it("are of Alloy's shape, signed, and live one hour", async () => {
    const { token, userId } = await withUser();
    const { subject, issuedAt, expiresAt } = readJwt(token);
    expect(subject).toBe(userId);
    expect(Number(expiresAt) - Number(issuedAt)).toBe(3_600_000);
    expect(JSON.parse(atob(token.split('.')[0] ?? ''))).toEqual({ alg: 'HS256', typ: 'JWT' });
  });

  it('live as long as a test needs', async () => {
    const { token } = await withUser({ apiKey: 'key', tokenLifetimeSeconds: 5 });
    const { issuedAt, expiresAt } = readJwt(token);
    expect(Number(expiresAt) - Number(issuedAt)).toBe(5_000);
  });

  it('open the data of the browser; the expired, the forged and the malformed do not', async () => {
    const { browser, token } = await withUser();
    const [header = '', payload = ''] = token.split('.');
    const forged = [header, payload, createFakeToken().split('.')[1]].join('.');
    expect((await browser(token, 'GET /integrations')).status).toBe(200);
    expect((await browser(createFakeToken(), 'GET /integrations')).status).toBe(200);
    for (const bad of [forged, createFakeToken({ expiresInSeconds: -1 }), 'rubbish', '']) {
      expect((await browser(bad, 'GET /integrations')).status).toBe(401);
    }
  });

  it('need a user', async () => {
    const { backend } = open();
    expect((await backend('GET /users/nobody/token')).status).toBe(404);
  });
});

describe('the API key', () => {
  it('is the one given, and after a rotation the new one alone', async () => {
    const { backend, sandbox } = open();
    expect((await backend('GET /users')).status).toBe(200);
    expect((await backend('GET /users', undefined, { authorization: 'Bearer no' })).status).toBe(
      401,
    );
    expect((await backend('GET /users', undefined, { authorization: '' })).status).toBe(401);
    sandbox.rotateKey('new');
    expect((await backend('GET /users')).status).toBe(401);
    expect((await backend('GET /users', undefined, { authorization: 'Bearer new' })).status).toBe(
      200,
    );
  });

  it('may be any when none was given, but not none', async () => {
    const { backend } = open({});
    expect((await backend('GET /users')).status).toBe(200);
    expect((await backend('GET /users', undefined, { authorization: 'Bearer ' })).status).toBe(401);
  });
});

describe('integrations', () => {
  it('have the words of the version that was asked for', async () => {
    const { backend, browser, token } = await withUser();
    const current = await backend('GET /integrations?userId=ada');
    const older = await backend(
      'GET https://eu-embedded.runalloy.com/2024-03/integrations?userId=ada',
    );
    expect(first(current)).toMatchObject({ integrationId: SHOPIFY, primaryConnector: 'Shopify' });
    expect(first(current)).toHaveProperty('workflows.0.connectors.0.connector', 'shopify');
    expect(first(older)).toMatchObject({ integrationId: SHOPIFY, app: 'Shopify' });
    expect(first(older)).toHaveProperty('workflows.0.blocks.0.type', 'shopify');
    expect((await browser(token, 'GET /integrations')).body).toEqual(older.body);
  });

  it('come with icons that need no network', async () => {
    const { backend } = await withUser();
    for (const { icon } of list(await backend('GET /integrations?userId=ada'))) {
      expect(icon).toMatch(/^data:image\/svg/);
    }
  });

  it('can be asked for one by one, and need a user', async () => {
    const { backend } = await withUser();
    const { body } = await backend(`GET /integrations/${SHOPIFY}?userId=ada`);
    expect(body.primaryConnector).toBe('Shopify');
    expect((await backend('GET /integrations/none?userId=ada')).status).toBe(404);
    expect((await backend('GET /integrations')).status).toBe(400);
    expect((await backend('GET /integrations?userId=nobody')).status).toBe(404);
  });

  it('are installed for one user or for everyone', async () => {
    const { backend, sandbox, browser, token } = await withUser();
    await backend('POST /users', { username: 'bob' });
    const installedOf = async (user: string): Promise<unknown> =>
      list(await backend(`GET /installations?userId=${user}`)).length;
    sandbox.setInstalled(SHOPIFY, true, 'ada');
    expect([await installedOf('ada'), await installedOf('bob')]).toEqual([1, 0]);
    expect(first(await browser(token, 'GET /integrations'))).toMatchObject({
      installed: true,
      workflows: [{ installed: true, active: true, installedVersion: 1 }, {}],
    });
    sandbox.setInstalled(SHOPIFY);
    expect(await installedOf('bob')).toBe(1);
    sandbox.setInstalled(SHOPIFY, false);
    expect([await installedOf('ada'), await installedOf('bob')]).toEqual([0, 0]);
    expect(() => sandbox.setInstalled('none')).toThrow(/no integration none/);
  });

  it("can be a test's own", async () => {
    const own = { integrationId: 'i1', name: 'Own', description: '', icon: null, credentials: [] };
    const { browser } = open({ integrations: [{ ...own, installed: true, workflows: [] }] });
    const { body } = await browser(createFakeToken(), 'GET /integrations');
    expect(body.data).toMatchObject([{ integrationId: 'i1', app: 'Own', installed: true }]);
  });
});

describe('workflows', () => {
  it('are listed, and switched on and off once installed', async () => {
    const { browser, sandbox, token } = await withUser();
    const change = { workflowId: ORDER_SYNC };
    expect((await browser(token, 'PUT /workflows/deactivate', change)).status).toBe(404);
    sandbox.setInstalled(SHOPIFY);
    expect((await browser(token, 'PUT /workflows/deactivate', change)).body).toEqual({
      deactivated: true,
    });
    expect(first(await browser(token, 'GET /workflows'))).toMatchObject({
      ...change,
      active: false,
    });
    await browser(token, 'PUT /workflows/activate', change);
    expect(first(await browser(token, 'GET /workflows'))).toMatchObject({
      ...change,
      active: true,
    });
    expect((await browser(token, 'PUT /workflows/activate', {})).status).toBe(400);
  });

  it('are switched by the backend for the user it names', async () => {
    const { backend, sandbox } = await withUser();
    sandbox.setInstalled(SHOPIFY);
    const change = { userId: 'ada', workflowId: ORDER_SYNC };
    expect((await backend('PUT /workflows/deactivate', change)).status).toBe(200);
    const { workflowId } = change;
    expect((await backend('PUT /workflows/deactivate', { workflowId })).status).toBe(400);
  });
});

describe('on order', () => {
  it('the next requests fail, with Retry-After or as a broken network would', async () => {
    const { backend, sandbox } = open();
    sandbox.failNext(500, 2);
    sandbox.failNext({ status: 429, retryAfterSeconds: 7 });
    sandbox.failNext('network');
    expect((await backend('GET /users')).status).toBe(500);
    expect((await backend('GET /users')).status).toBe(500);
    const limited = await backend('GET /users');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    await expect(backend('GET /users')).rejects.toThrow(TypeError);
    expect((await backend('GET /users')).status).toBe(200);
  });

  it('the next request is slow, and can be aborted meanwhile', async () => {
    vi.useFakeTimers();
    const { backend, sandbox } = open();
    sandbox.delayNext(3_000, 2);
    const onAnswer = vi.fn();
    void backend('GET /users').then(onAnswer);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(onAnswer).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(onAnswer).toHaveBeenCalledOnce();
    vi.useRealTimers();
    const abort = new AbortController();
    const aborted = sandbox(`${BACKEND}/users`, { signal: abort.signal });
    abort.abort(new Error('no longer needed'));
    await expect(aborted).rejects.toThrow('no longer needed');
  });
});

it('tells which requests it answered', async () => {
  const onRequest = vi.fn();
  const { backend } = open({ onRequest });
  await backend('GET https://embedded.runalloy.com/2024-03/users/ada/token?x=1');
  expect(onRequest).toHaveBeenCalledExactlyOnceWith({
    method: 'GET',
    path: '/users/ada/token',
    status: 404,
  });
});

it('takes a Request as fetch does', async () => {
  const sandbox = createSandboxApi();
  const request = new Request(`${BACKEND}/users`, {
    method: 'POST',
    headers: { authorization: 'Bearer any' },
    body: JSON.stringify({ username: 'ada' }),
  });
  expect((await sandbox(request)).status).toBe(200);
});

function list({ body }: Answer): Record<string, unknown>[] {
  return body.data as Record<string, unknown>[];
}

function first(answer: Answer): Record<string, unknown> | undefined {
  return list(answer)[0];
}
