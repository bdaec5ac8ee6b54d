import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import {
  AlloyProvider,
  IntegrationButton,
  isAlloyError,
  useAlloy,
  useAlloyInstall,
  type AlloyError,
  type AlloyEvent,
  type AlloyProviderProps,
} from '../../src';
import { createFakeAlloy, createFakeToken } from '../../src/testing';
import { takeConsole } from '../support/console';

const loadSdk: AlloyProviderProps['loadSdk'] = () =>
  Promise.resolve({
    setToken: () => undefined,
    install: () => undefined,
    authenticate: () => undefined,
  });

function Status(): ReactElement {
  const { status, error } = useAlloy();
  return <output>{error ? error.code : status}</output>;
}

function answering(answer: () => Response): ReturnType<typeof vi.fn<typeof fetch>> {
  return vi.fn<typeof fetch>(() => Promise.resolve(answer()));
}

function token(): Response {
  const headers = { 'cache-control': 'no-store' };
  return Response.json({ token: createFakeToken() }, { headers });
}

test('fetches one token after mount, however many ask, in StrictMode too', async () => {
  const fetch = answering(token);
  render(
    <StrictMode>
      <AlloyProvider tokenUrl="/api/alloy/token" fetch={fetch} loadSdk={loadSdk}>
        <Status />
        <IntegrationButton integrationId="i1" />
        <IntegrationButton integrationId="i2" />
      </AlloyProvider>
    </StrictMode>,
  );
  expect(screen.getByText('loading')).toBeVisible();
  await screen.findByText('ready');
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(fetch.mock.lastCall?.[0]).toBe('/api/alloy/token');
  expect(fetch.mock.lastCall?.[1]).toMatchObject({ credentials: 'same-origin' });
});

test('reads tokenRequest anew for each request', async () => {
  const fetch = answering(token);
  let session = 1;
  const { result } = renderHook(() => useAlloy(), {
    wrapper: ({ children }) => (
      <AlloyProvider
        tokenUrl="/api/alloy/token"
        tokenRequest={() => ({ method: 'POST', headers: { 'x-session': String(session) } })}
        fetch={fetch}
        loadSdk={loadSdk}
      >
        {children}
      </AlloyProvider>
    ),
  });
  await waitFor(() => expect(result.current.status).toBe('ready'));
  session = 2;
  await act(() => result.current.refresh());
  expect(
    fetch.mock.calls.map(([, init]) => [
      init?.method,
      Object.fromEntries(new Headers(init?.headers)),
    ]),
  ).toEqual([
    ['POST', { 'x-session': '1' }],
    // Only a request that an old token cannot answer says why it is made.
    ['POST', { 'x-session': '2', 'x-alloy-token-reason': 'manual' }],
  ]);
});

test.each<[preload: 'intent' | 'none', afterHover: number]>([
  ['intent', 1],
  ['none', 0],
])(
  'preload="%s" fetches nothing at mount, and %i tokens when the pointer comes',
  async (preload, afterHover) => {
    const alloy = createFakeAlloy();
    render(
      <AlloyProvider {...alloy.providerProps} preload={preload}>
        <IntegrationButton integrationId="i1" />
      </AlloyProvider>,
    );
    expect(alloy.token.requests).toBe(0);
    act(() => screen.getByRole('button').focus());
    expect(alloy.token.requests).toBe(afterHover);
    await act(() => Promise.resolve());
  },
);

test('useAlloy gives the same object while status and error stay as they are', async () => {
  const alloy = createFakeAlloy();
  let renders = 0;
  const { result } = renderHook(
    () => {
      renders++;
      return useAlloy();
    },
    {
      wrapper: ({ children }) => <AlloyProvider {...alloy.providerProps}>{children}</AlloyProvider>,
    },
  );
  await waitFor(() => expect(result.current.status).toBe('ready'));
  const before = result.current;
  const rendersBefore = renders;
  await act(() => result.current.refresh());
  expect(alloy.token.requests).toBe(2);
  expect(result.current).toBe(before);
  expect(renders).toBe(rendersBefore);
});

test.each<[answer: string, respond: () => Response, code: string]>([
  ['an HTML page', () => new Response('<!doctype html><p>Log in</p>'), 'token/malformed'],
  ['nothing', () => new Response(''), 'token/malformed'],
  ['an object without a token', () => Response.json({}), 'token/malformed'],
  ['401', () => new Response(null, { status: 401 }), 'token/unauthorized'],
  ['404', () => new Response(null, { status: 404 }), 'token/http'],
  ['an API key', () => Response.json({ token: 'k'.repeat(40) }), 'token/not-a-jwt'],
])(
  'a token endpoint that answers %s is an error, shown by the button alone',
  async (_, respond, code) => {
    const fetch = answering(respond);
    const onError = vi.fn<(error: AlloyError) => void>();
    render(
      <AlloyProvider tokenUrl="/api/alloy/token" fetch={fetch} loadSdk={loadSdk} preload="none">
        <Status />
        <IntegrationButton integrationId="i1" onError={onError} />
      </AlloyProvider>,
    );
    act(() => screen.getByRole('button').click());
    expect(await screen.findByRole('button', { name: 'Try again' })).toHaveAttribute(
      'data-state',
      'error',
    );
    expect(screen.getByText(code)).toBeVisible();
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code }));
    expect(onError.mock.lastCall?.[0].message).not.toContain('kkk');
  },
);

test.each<[what: string, props: object]>([
  ['neither tokenUrl nor getToken', {}],
  ['both', { tokenUrl: '/api', getToken: () => Promise.resolve(createFakeToken()) }],
  ['an unknown region', { tokenUrl: '/api', region: 'mars' }],
])('%s is provider/invalid-props in the state, and nothing is thrown', async (_, props) => {
  const fetch = answering(token);
  render(
    <AlloyProvider {...(props as AlloyProviderProps)} fetch={fetch} loadSdk={loadSdk}>
      <Status />
      <IntegrationButton integrationId="i1" />
    </AlloyProvider>,
  );
  await screen.findByText('provider/invalid-props');
  act(() => screen.getByRole('button').click());
  await screen.findByRole('button', { name: 'Try again' });
  expect(fetch).not.toHaveBeenCalled();
  expect(takeConsole('warn')).toEqual([expect.stringContaining('provider/invalid-props')]);
});

test.each<[where: string, use: () => unknown]>([
  ['useAlloy', () => useAlloy()],
  ['useAlloyInstall', () => useAlloyInstall()],
])('%s outside the provider throws provider/missing and says where', (where, use) => {
  let thrown: unknown;
  try {
    renderHook(use);
  } catch (error) {
    thrown = error;
  }
  expect(isAlloyError(thrown) && thrown.code).toBe('provider/missing');
  expect(String(thrown)).toContain(where);
  takeConsole('error');
});

test('after the provider is gone its functions say so', async () => {
  const alloy = createFakeAlloy();
  const { result, unmount } = renderHook(() => useAlloy(), {
    wrapper: ({ children }) => <AlloyProvider {...alloy.providerProps}>{children}</AlloyProvider>,
  });
  const { getToken } = result.current;
  unmount();
  await Promise.resolve();
  await expect(getToken()).rejects.toMatchObject({ code: 'provider/unmounted' });
});

test('telemetry hears of token, SDK and modal, never of a token, and may throw', async () => {
  const alloy = createFakeAlloy();
  const events: AlloyEvent[] = [];
  const token = createFakeToken();
  const { result } = renderHook(() => useAlloyInstall({ integrationId: 'i1' }), {
    wrapper: ({ children }) => (
      <AlloyProvider
        getToken={() => Promise.resolve({ token })}
        loadSdk={alloy.providerProps.loadSdk}
        onEvent={(event) => {
          events.push(event);
          throw new Error('of the host app');
        }}
      >
        {children}
      </AlloyProvider>
    ),
  });
  act(() => void result.current.install());
  await alloy.modal.succeed();
  expect(events.map(({ type }) => type).sort()).toEqual([
    'modal.opened',
    'modal.settled',
    'sdk.loaded',
    'token.fetched',
  ]);
  expect(JSON.stringify(events)).not.toContain(token.slice(0, 20));
  expect(takeConsole('error')).toEqual(Array(4).fill('Error: of the host app'));
});
