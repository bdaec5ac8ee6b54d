import { describe, expect, test, vi } from 'vitest';
import { createAlloyApi, type AlloyApi } from '../../../src/core/integrations/api';
import { systemClock } from '../../../src/browser/system-clock';
import type { Integration } from '../../../src/core/integrations/integration';

interface SentRequest {
  url: string;
  init: RequestInit;
}

type Answer = Response | Error | (() => Promise<Response>);

function createApi(
  answers: Answer[],
  { region }: { region?: 'us' | 'eu' } = {},
): { api: AlloyApi; sent: SentRequest[]; rejected: string[] } {
  const sent: SentRequest[] = [];
  const rejected: string[] = [];
  const fetch: typeof globalThis.fetch = (url, init = {}) => {
    sent.push({ url: url as string, init });
    const answer = answers.shift();
    if (typeof answer === 'function') return answer();
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(answer ?? new Error('no answer left'));
  };
  const api = createAlloyApi({
    clock: systemClock,
    options: () => ({ fetch, region }),
    getToken(need) {
      if (need?.rejected === undefined) return Promise.resolve('jwt-1');
      rejected.push(need.rejected);
      return Promise.resolve('jwt-2');
    },
  });
  return { api, sent, rejected };
}

function tokensOf(sent: SentRequest[]): (string | null)[] {
  return sent.map(({ init }) => new Headers(init.headers).get('x-alloy-user-token'));
}

/** The answer of 2025-09, with fields that this library does not know. */
const current = {
  data: [
    {
      integrationId: 'i1',
      description: 'Orders and products.',
      primaryConnector: 'Shopify',
      installed: true,
      icon: 'https://cdn.runalloy.com/icons/shopify.png',
      workflows: [
        {
          workflowId: 'w1',
          name: 'Order sync',
          installed: true,
          active: true,
          version: 3,
          installedVersion: 1,
          connectors: [
            {
              name: 'Shopify',
              id: 'c1',
              connector: 'shopify',
              subtitle: 'Gets a list of all products',
            },
          ],
        },
      ],
      credentials: ['shopify'],
      addedLater: { by: 'Alloy' },
    },
  ],
};

/** The same as 2024-03 writes it. */
const older = {
  data: current.data.map(({ primaryConnector, workflows, ...rest }) => ({
    ...rest,
    app: primaryConnector,
    workflows: workflows.map(({ connectors, ...workflow }) => ({
      ...workflow,
      blocks: connectors.map(({ connector, ...block }) => ({ ...block, type: connector })),
    })),
  })),
};

const shopify: Integration = {
  integrationId: 'i1',
  name: 'Shopify',
  description: 'Orders and products.',
  icon: 'https://cdn.runalloy.com/icons/shopify.png',
  installed: true,
  workflows: [
    {
      workflowId: 'w1',
      name: 'Order sync',
      installed: true,
      active: true,
      version: 3,
      installedVersion: 1,
      updateAvailable: true,
      connectors: [
        {
          id: 'c1',
          name: 'Shopify',
          connector: 'shopify',
          icon: null,
          subtitle: 'Gets a list of all products',
        },
      ],
    },
  ],
  credentials: ['shopify'],
};

describe('the shapes of the API versions', () => {
  test.each([
    ['2025-09', current],
    ['2024-03', older],
  ])('what %s answers is read into the one shape', async (_version, answer) => {
    const { api } = createApi([Response.json(answer)]);
    expect(await api.listIntegrations()).toEqual([shopify]);
  });
});

describe('an answer that is not what was expected', () => {
  test('a page in place of JSON is api/malformed, and its text is not in the error', async () => {
    const { api } = createApi([new Response('<html>secret</html>')]);
    const error: unknown = await api.listIntegrations().catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'api/malformed',
      message: expect.stringContaining('an HTML page') as string,
    });
    expect(String(error)).not.toContain('secret');
    expect(error).not.toHaveProperty('cause');
  });
});

describe('requests', () => {
  test.each([
    ['us', 'https://embedded.runalloy.com/2024-03/integrations'],
    ['eu', 'https://eu-embedded.runalloy.com/2024-03/integrations'],
  ] as const)('in the region %s go to its host, with the user token', async (region, url) => {
    const { api, sent } = createApi([Response.json(current)], { region });
    await api.listIntegrations();
    expect(sent.map((request) => request.url)).toEqual([url]);
    expect(tokensOf(sent)).toEqual(['jwt-1']);
  });

  test.each([
    [true, 'https://embedded.runalloy.com/2024-03/workflows/activate'],
    [false, 'https://embedded.runalloy.com/2024-03/workflows/deactivate'],
  ])('switching a workflow to %s is a PUT that names it', async (active, url) => {
    const { api, sent } = createApi([Response.json({ message: 'Success' })]);
    await api.setWorkflowActive('w1', active);
    expect(sent).toMatchObject([{ url, init: { method: 'PUT', body: '{"workflowId":"w1"}' } }]);
  });

  test.each([
    ['an empty answer', true, null],
    ['a sentence', true, '"Success"'],
    ['null', true, 'null'],
    ['"activated": true', true, '{"activated":true}'],
    ['"deactivated": true', false, '{"deactivated":true}'],
    ['what is documented for both directions', false, '{"activated":true}'],
    ['"activated": false after a deactivation', false, '{"activated":false}'],
  ])('%s to a switch says that it was done', async (_name, active, body) => {
    const { api } = createApi([new Response(body)]);
    await expect(api.setWorkflowActive('w1', active)).resolves.toBeUndefined();
  });

  test.each([
    [true, '{"activated":false}'],
    [false, '{"deactivated":false}'],
    [true, '{"success":false}'],
  ])('a 200 to a switch to %s with %s is a refusal', async (active, body) => {
    const { api } = createApi([new Response(body)]);
    await expect(api.setWorkflowActive('w1', active)).rejects.toMatchObject({ code: 'api/http' });
  });
});

describe('refusals', () => {
  test('a 401 replaces the token that was refused and tries once more', async () => {
    const { api, sent, rejected } = createApi([
      new Response('{}', { status: 401 }),
      Response.json(current),
    ]);
    expect(await api.listIntegrations()).toEqual([shopify]);
    expect(rejected).toEqual(['jwt-1']);
    expect(tokensOf(sent)).toEqual(['jwt-1', 'jwt-2']);
  });

  test('a second 401 is api/unauthorized, and no third request is made', async () => {
    const { api, sent } = createApi([
      new Response('{}', { status: 401 }),
      new Response('{}', { status: 401 }),
      Response.json(current),
    ]);
    await expect(api.listIntegrations()).rejects.toMatchObject({
      code: 'api/unauthorized',
      status: 401,
      retryable: false,
    });
    expect(sent).toHaveLength(2);
  });

  test('a switch survives a 401 as well, with the same body', async () => {
    const { api, sent } = createApi([new Response('{}', { status: 401 }), Response.json({})]);
    await api.setWorkflowActive('w1', false);
    expect(sent.map(({ init }) => init.body)).toEqual([
      '{"workflowId":"w1"}',
      '{"workflowId":"w1"}',
    ]);
  });

  test('another status is api/http with that status and what Retry-After asks for', async () => {
    const { api } = createApi([
      new Response('{}', { status: 503, headers: { 'retry-after': '7' } }),
    ]);
    await expect(api.listIntegrations()).rejects.toMatchObject({
      code: 'api/http',
      status: 503,
      retryable: true,
      retryAfterMs: 7000,
    });
  });

  test('no answer is api/network, with what fetch said as its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const { api } = createApi([cause]);
    await expect(api.listIntegrations()).rejects.toMatchObject({
      code: 'api/network',
      retryable: true,
      cause,
    });
  });

  test('an answer that does not come within 10 seconds is api/network', async () => {
    vi.useFakeTimers();
    let signal: AbortSignal | null | undefined;
    const { api, sent } = createApi([
      () =>
        new Promise<Response>((_resolve, reject) => {
          signal = sent[0]?.init.signal;
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    ]);
    const outcome = expect(api.listIntegrations()).rejects.toMatchObject({ code: 'api/network' });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
  });

  test('no error holds the token', async () => {
    const { api } = createApi([new Response('{}', { status: 500 })]);
    const error = (await api.listIntegrations().catch((caught: unknown) => caught)) as Error;
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('jwt-1');
  });
});
