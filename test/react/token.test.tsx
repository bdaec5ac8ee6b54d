import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useEffect, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import {
  AlloyProvider,
  IntegrationButton,
  useAlloy,
  useAlloyInstall,
  type Alloy,
  type AlloyProviderProps,
} from '../../src';
// Here already, so that fake timers need not wait for a chunk.
import '../../src/browser/engine';
import { createFakeAlloy, createFakeToken } from '../../src/testing';

const DAY_MS = 86_400_000;
const REFRESHED_EVERY_MS = 59 * 60_000;

const { loadSdk } = createFakeAlloy().providerProps;

/** A backend whose answers the test gives by hand. */
function createSlowBackend(): {
  getToken: (context: { signal: AbortSignal }) => Promise<string>;
  answer: (index: number, userId: string) => Promise<void>;
  signals: AbortSignal[];
} {
  const signals: AbortSignal[] = [];
  const resolves: ((jwt: string) => void)[] = [];
  return {
    signals,
    getToken({ signal }) {
      signals.push(signal);
      return new Promise((resolve) => resolves.push(resolve));
    },
    answer: (index, userId) =>
      act(async () => {
        resolves[index]?.(createFakeToken({ userId }));
        await Promise.resolve();
      }),
  };
}

function userOf(jwt: string): unknown {
  const payload = JSON.parse(atob(jwt.split('.')[1] ?? '')) as { user: { _id: string } };
  return payload.user._id;
}

function Watch({ onRender }: { onRender: (alloy: Alloy) => void }): ReactElement {
  const alloy = useAlloy();
  useEffect(() => onRender(alloy));
  return <output>{alloy.status}</output>;
}

test('in a week, 1,000 consumers cost one request per lifetime and no refresh renders any of them', async () => {
  vi.useFakeTimers();
  const onRender = vi.fn();
  let requests = 0;
  function Consumer(): ReactElement {
    useAlloyInstall({ integrationId: 'i' });
    return <Watch onRender={onRender} />;
  }
  render(
    <AlloyProvider
      getToken={() => {
        requests++;
        return Promise.resolve(createFakeToken());
      }}
      loadSdk={loadSdk}
    >
      {Array.from({ length: 1_000 }, (_, index) => (
        <Consumer key={index} />
      ))}
    </AlloyProvider>,
  );
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(screen.getAllByText('ready')).toHaveLength(1_000);
  const renders = onRender.mock.calls.length;
  await act(() => vi.advanceTimersByTimeAsync(7 * DAY_MS));
  expect(requests).toBe(1 + Math.floor((7 * DAY_MS) / REFRESHED_EVERY_MS));
  expect(onRender).toHaveBeenCalledTimes(renders);
});

test('a token that was on its way for the user before is never used for the next', async () => {
  const backend = createSlowBackend();
  const onRender = vi.fn<(alloy: Alloy) => void>();
  const app = (userKey: string): ReactElement => (
    <AlloyProvider userKey={userKey} getToken={backend.getToken} loadSdk={loadSdk}>
      <Watch onRender={onRender} />
    </AlloyProvider>
  );
  const { rerender } = render(app('anna'));
  await waitFor(() => expect(backend.signals).toHaveLength(1));
  rerender(app('ben'));
  await waitFor(() => expect(backend.signals).toHaveLength(2));
  expect(backend.signals[0]?.aborted).toBe(true);
  expect(backend.signals[1]?.aborted).toBe(false);
  await backend.answer(1, 'ben');
  await backend.answer(0, 'anna');
  await screen.findByText('ready');
  expect(userOf((await onRender.mock.lastCall?.[0].getToken()) ?? '')).toBe('ben');
});

test('what was asked for the user before ends in provider/unmounted', async () => {
  const backend = createSlowBackend();
  const onRender = vi.fn<(alloy: Alloy) => void>();
  const app = (userKey: string): ReactElement => (
    <AlloyProvider userKey={userKey} getToken={backend.getToken} loadSdk={loadSdk}>
      <Watch onRender={onRender} />
    </AlloyProvider>
  );
  const { rerender } = render(app('anna'));
  const annas = onRender.mock.lastCall?.[0];
  const waiting = expect(annas?.getToken()).rejects.toMatchObject({ code: 'provider/unmounted' });
  rerender(app('ben'));
  await waiting;
  await expect(annas?.getToken()).rejects.toMatchObject({ code: 'provider/unmounted' });
});

test.each<[string, AlloyProviderProps, AlloyProviderProps]>([
  ['userKey', { tokenUrl: '/t', userKey: 'anna' }, { tokenUrl: '/t', userKey: 'ben' }],
  ['tokenUrl', { tokenUrl: '/t' }, { tokenUrl: '/u' }],
  ['region', { tokenUrl: '/t', region: 'us' }, { tokenUrl: '/t', region: 'eu' }],
])(
  'another %s closes the open modal as dismissed and asks for a token anew',
  async (_, before, after) => {
    const fetch = vi.fn<typeof globalThis.fetch>(() =>
      Promise.resolve(
        Response.json({ token: createFakeToken() }, { headers: { 'cache-control': 'no-store' } }),
      ),
    );
    const onDismiss = vi.fn();
    const onSuccess = vi.fn();
    const app = (props: AlloyProviderProps): ReactElement => (
      <AlloyProvider {...props} fetch={fetch} loadSdk={loadSdk}>
        <IntegrationButton integrationId="i" onDismiss={onDismiss} onSuccess={onSuccess} />
      </AlloyProvider>
    );
    const { rerender } = render(app(before));
    fireEvent.click(screen.getByRole('button'));
    await screen.findByRole('button', { name: 'Connecting…' });
    rerender(app(after));
    await waitFor(() => expect(onDismiss).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
    expect(screen.getByRole('button')).toHaveAccessibleName('Connect');
    expect(onSuccess).not.toHaveBeenCalled();
  },
);

test('a getToken that is a new function at each render is no change, and the newest one is called', async () => {
  const calls: number[] = [];
  const onRender = vi.fn<(alloy: Alloy) => void>();
  const app = (version: number): ReactElement => (
    <AlloyProvider
      getToken={() => {
        calls.push(version);
        return Promise.resolve(createFakeToken());
      }}
      loadSdk={loadSdk}
    >
      <Watch onRender={onRender} />
    </AlloyProvider>
  );
  const { rerender } = render(app(1));
  await screen.findByText('ready');
  for (const version of [2, 3, 4]) rerender(app(version));
  expect(calls).toEqual([1]);
  await act(() => onRender.mock.lastCall?.[0].refresh() ?? Promise.reject(new Error('nobody')));
  expect(calls).toEqual([1, 4]);
});

test('rendering on a server asks for nothing', () => {
  const getToken = vi.fn(() => Promise.resolve(createFakeToken()));
  const html = renderToString(
    <AlloyProvider getToken={getToken} loadSdk={loadSdk}>
      <IntegrationButton integrationId="i" />
      <Watch onRender={() => undefined} />
    </AlloyProvider>,
  );
  expect(html).toContain('idle');
  expect(getToken).not.toHaveBeenCalled();
});
