import { describe, expect, it, vi } from 'vitest';
import {
  createAlloyClient,
  createDisconnectHandler,
  type DisconnectHandlerOptions,
} from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';

const SHOPIFY = '66326843cc9cdb107221f222';
const SLACK = '66326843cc9cdb107221f224';

type Ask = (
  body?: unknown,
  init?: Omit<RequestInit, 'headers'>,
  headers?: object,
) => Promise<Response>;

async function setUp(options: Partial<DisconnectHandlerOptions> = {}): Promise<{
  ask: Ask;
  alloy: ReturnType<typeof createAlloyClient>;
  sandbox: ReturnType<typeof createSandboxApi>;
  requests: () => { method: string }[];
  onError: ReturnType<typeof vi.fn>;
}> {
  const sandbox = createSandboxApi();
  const alloy = createAlloyClient({ apiKey: 'key', fetch: sandbox, retries: 0 });
  await alloy.users.createMany([{ username: 'ada' }, { username: 'bob' }]);
  for (const user of ['ada', 'bob']) {
    for (const id of [SHOPIFY, SLACK]) sandbox.setInstalled(id, true, user);
  }
  const before = sandbox.requests.length;
  const onError = vi.fn();
  const handle = createDisconnectHandler({
    alloy,
    identify: ({ headers }) => (headers.has('cookie') ? { username: 'ada' } : null),
    onError,
    ...options,
  });
  return {
    alloy,
    sandbox,
    requests: () => sandbox.requests.slice(before),
    onError,
    ask: (body = { integrationId: SHOPIFY }, init = {}, headers = {}) =>
      handle(
        new Request('https://app.example.com/api/alloy/disconnect', {
          method: 'POST',
          body: typeof body === 'string' ? body : JSON.stringify(body),
          ...init,
          headers: { cookie: 'session=ada', 'content-type': 'application/json', ...headers },
        }),
      ),
  };
}

async function installedOf(
  alloy: ReturnType<typeof createAlloyClient>,
  username: string,
): Promise<unknown[]> {
  const list = (await alloy.integrations.list(username)) as {
    integrationId: string;
    workflows: { installed: boolean }[];
  }[];
  return list
    .filter(({ workflows }) => workflows.some(({ installed }) => installed))
    .map(({ integrationId }) => integrationId);
}

async function typesOf(
  alloy: ReturnType<typeof createAlloyClient>,
  username: string,
): Promise<string[]> {
  return (await alloy.credentials.list(username)).map(({ type }) => type);
}

describe('the signed-in user', () => {
  it('takes an integration away, with all its workflows, from themselves alone', async () => {
    const { ask, alloy } = await setUp();
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([200, { disconnected: true }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await installedOf(alloy, 'ada')).toEqual([SLACK]);
    expect(await installedOf(alloy, 'bob')).toEqual([SHOPIFY, SLACK]);
  });

  it('may ask again, and for what was never installed', async () => {
    const { ask } = await setUp();
    await ask();
    expect((await ask()).status).toBe(200);
  });

  it('keeps the credentials, which other integrations may share', async () => {
    const { ask, alloy } = await setUp();
    await ask();
    expect(await typesOf(alloy, 'ada')).toEqual(['shopify', 'slack']);
  });

  it('loses the credentials too where the host wants that, and nobody else loses any', async () => {
    const { ask, alloy } = await setUp({ deleteCredentials: true });
    await ask();
    expect(await typesOf(alloy, 'ada')).toEqual(['slack']);
    expect(await typesOf(alloy, 'bob')).toEqual(['shopify', 'slack']);
  });

  it('keeps a credential that another installed integration needs', async () => {
    const list = [
      {
        integrationId: 'a',
        credentials: ['shopify'],
        workflows: [{ workflowId: 'w1', installed: true }],
      },
      {
        integrationId: 'b',
        credentials: ['shopify'],
        workflows: [{ workflowId: 'w2', installed: true }],
      },
    ];
    const { alloy } = await setUp();
    const deleted = vi.fn(() => Promise.resolve());
    const { ask } = await setUp({
      deleteCredentials: true,
      alloy: {
        ...alloy,
        integrations: { ...alloy.integrations, list: () => Promise.resolve(list) },
        workflows: { ...alloy.workflows, delete: () => Promise.resolve() },
        credentials: {
          list: () => Promise.resolve([{ credentialId: 'c', type: 'shopify', name: 'x' }]),
          delete: deleted,
        },
      },
    });
    expect((await ask({ integrationId: 'a' })).status).toBe(200);
    expect(deleted).not.toHaveBeenCalled();
  });

  it('hears why when Alloy fails, and can go on later', async () => {
    const { ask, alloy, sandbox, onError } = await setUp();
    sandbox.failNext(503);
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([503, { error: 'alloy-unavailable' }]);
    expect(onError).toHaveBeenCalledOnce();
    expect((await ask()).status).toBe(200);
    expect(await installedOf(alloy, 'ada')).toEqual([SLACK]);
  });
});

describe('an attack', () => {
  it.each([
    ['by GET', 405, undefined, { method: 'GET', body: null }, {}],
    ['by DELETE', 405, undefined, { method: 'DELETE' }, {}],
    ['from another site', 403, undefined, {}, { 'sec-fetch-site': 'cross-site' }],
    ['from a sister subdomain', 403, undefined, {}, { 'sec-fetch-site': 'same-site' }],
    [
      'from another site in an older browser',
      403,
      undefined,
      {},
      { origin: 'https://evil.example' },
    ],
    ['by a form that looks like JSON', 400, undefined, {}, { 'content-type': 'text/plain' }],
    ['with a body that is not JSON', 400, '{"integrationId":', {}, {}],
    ['with a body without an id', 400, '{}', {}, {}],
    ['with a list for an id', 400, { integrationId: [SHOPIFY] }, {}, {}],
    ['with null', 400, 'null', {}, {}],
    [
      'with a body of megabytes',
      400,
      { integrationId: SHOPIFY, more: 'x'.repeat(5_000_000) },
      {},
      {},
    ],
    ['with an id that is a path', 400, { integrationId: '../users/bob' }, {}, {}],
    ['with an id of nobody', 400, { integrationId: 'ffffffffffffffffffffffff' }, {}, {}],
  ] as const)(
    '%s is answered %i and changes nothing',
    async (_name, status, body, init, headers) => {
      const { ask, alloy, requests } = await setUp();
      expect((await ask(body, init, headers)).status).toBe(status);
      expect(requests().filter(({ method }) => method !== 'GET')).toEqual([]);
      expect(await installedOf(alloy, 'ada')).toEqual([SHOPIFY, SLACK]);
    },
  );

  it.each<[string, (request: Request) => unknown]>([
    ['reads it', (request) => request.json()],
    ['copies the request', (request) => new Request(request)],
    ['copies the request and reads the copy', (request) => new Request(request).text()],
    ['reads a part of it and leaves', (request) => request.body?.getReader().read()],
  ])('has the body although identify %s', async (_name, look) => {
    const { ask, alloy } = await setUp({
      async identify(request) {
        await look(request);
        return { username: 'ada' };
      },
    });
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([200, { disconnected: true }]);
    expect(await installedOf(alloy, 'ada')).toEqual([SLACK]);
  });

  it('without a session is answered 401, and asks Alloy nothing', async () => {
    const { ask, requests } = await setUp({ identify: () => null });
    expect((await ask()).status).toBe(401);
    expect(requests()).toEqual([]);
  });

  it('that names another user in the body is answered for the user of the session', async () => {
    const { ask, alloy } = await setUp();
    const body = { integrationId: SHOPIFY, userId: 'bob', username: 'bob' };
    expect((await ask(body)).status).toBe(200);
    expect(await installedOf(alloy, 'bob')).toEqual([SHOPIFY, SLACK]);
  });
});
