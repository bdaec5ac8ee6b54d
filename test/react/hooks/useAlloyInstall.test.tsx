import { act, render, renderHook, waitFor } from '@testing-library/react';
import { StrictMode, useEffect, type ReactElement, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import {
  AlloyProvider,
  useAlloyInstall,
  type AlloySdk,
  type UseAlloyInstallOptions,
} from '../../../src';
import {
  AlloyTestProvider,
  createFakeAlloy,
  createFakeToken,
  type FakeAlloy,
} from '../../../src/testing';
import { takeConsole } from '../../support/console';

function renderInstall(
  alloy: FakeAlloy,
  options: UseAlloyInstallOptions = { integrationId: 'i1' },
  preload: 'mount' | 'none' = 'mount',
) {
  return renderHook((props: UseAlloyInstallOptions) => useAlloyInstall(props), {
    initialProps: options,
    wrapper: ({ children }: { children: ReactNode }): ReactElement => (
      <AlloyTestProvider alloy={alloy} preload={preload}>
        {children}
      </AlloyTestProvider>
    ),
  });
}

test('goes idle > loading > open > success, and the promise tells the same', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderInstall(alloy);
  expect(result.current).toMatchObject({ status: 'idle', result: null, error: null });
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = result.current.install();
  });
  expect(result.current).toMatchObject({ status: 'loading', isLoading: true });
  await waitFor(() => expect(result.current).toMatchObject({ status: 'open', isOpen: true }));
  await alloy.modal.succeed();
  expect(result.current).toMatchObject({
    status: 'success',
    isSuccess: true,
    result: { integrationId: 'i1' },
  });
  await expect(outcome).resolves.toEqual({ status: 'success', result: { integrationId: 'i1' } });
});

test('a second call while it loads or is open gets the same promise', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderInstall(alloy);
  const outcomes: unknown[] = [];
  act(() => void outcomes.push(result.current.install(), result.current.install()));
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  act(() => void outcomes.push(result.current.install()));
  expect(new Set(outcomes).size).toBe(1);
  await alloy.modal.dismiss();
  expect(result.current.status).toBe('dismissed');
});

test('the newest callbacks are the ones that are called', async () => {
  const alloy = createFakeAlloy();
  const stale = vi.fn();
  const newest = vi.fn();
  const { result, rerender } = renderInstall(alloy, { integrationId: 'i1', onSuccess: stale });
  act(() => void result.current.install());
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  rerender({ integrationId: 'i1', onSuccess: newest });
  await alloy.modal.succeed();
  expect(stale).not.toHaveBeenCalled();
  expect(newest).toHaveBeenCalledTimes(1);
});

test('a callback that throws is reported and changes nothing', async () => {
  const alloy = createFakeAlloy();
  const onSettled = vi.fn();
  const { result } = renderInstall(alloy, {
    integrationId: 'i1',
    onSuccess() {
      throw new Error('of the host app');
    },
    onSettled,
  });
  act(() => void result.current.install());
  await alloy.modal.succeed();
  expect(result.current.status).toBe('success');
  expect(onSettled).toHaveBeenCalledTimes(1);
  expect(takeConsole('error')).toEqual(['Error: of the host app']);
});

test('close() dismisses an open modal at once, and gives up one that is still loading', async () => {
  const alloy = createFakeAlloy();
  const onDismiss = vi.fn();
  const { result } = renderInstall(alloy, { integrationId: 'i1', onDismiss });
  act(() => {
    void result.current.install();
    result.current.close();
  });
  expect(result.current.status).toBe('dismissed');
  expect(onDismiss).toHaveBeenCalledTimes(1);
  act(() => void result.current.install());
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  act(() => result.current.close());
  expect(result.current.status).toBe('dismissed');
  await waitFor(() => expect(alloy.modal.current).toBeNull());
  expect(onDismiss).toHaveBeenCalledTimes(2);
});

test('reset() goes back to idle after an end, and leaves an open modal alone', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderInstall(alloy);
  act(() => void result.current.install());
  act(() => result.current.reset());
  expect(result.current.status).toBe('loading');
  await alloy.modal.succeed();
  act(() => result.current.reset());
  expect(result.current).toMatchObject({ status: 'idle', result: null });
});

test('options of the call win over those of the hook, but undefined is none', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderInstall(alloy, { integrationId: 'i1', title: 'Mine' });
  act(() => {
    void result.current.install({ integrationId: undefined, title: 'R&D #1 100% +äß' });
  });
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  expect(alloy.modal.current?.options).toMatchObject({
    integrationId: 'i1',
    title: 'R&D #1 100% +äß',
  });
});

test('stands in an onClick as it is: the event is not taken for options', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderInstall(alloy);
  act(() => {
    const { install } = result.current;
    void (install as (event: unknown) => unknown)({ type: 'click', nativeEvent: {}, detail: 1 });
  });
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  expect(alloy.modal.current?.options).toEqual({ integrationId: 'i1' });
});

test('without anything to connect it ends in install/invalid-options', async () => {
  const { result } = renderInstall(createFakeAlloy(), {});
  const outcome = await act(() => result.current.install());
  expect(outcome).toMatchObject({ status: 'error', error: { code: 'install/invalid-options' } });
  const empty = await act(() => result.current.install({ workflowIds: [] }));
  expect(empty).toMatchObject({ status: 'error', error: { code: 'install/invalid-options' } });
  expect(takeConsole('warn')).toEqual([expect.stringContaining('install/invalid-options')]);
});

test("while another hook's modal is open it ends in modal/busy, and that one stays open", async () => {
  const alloy = createFakeAlloy();
  const { result } = renderHook(() => [useAlloyInstall(), useAlloyInstall()] as const, {
    wrapper: ({ children }) => <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>,
  });
  act(() => void result.current[0].install({ integrationId: 'i1' }));
  const outcome = await act(() => result.current[1].install({ integrationId: 'i2' }));
  expect(outcome).toMatchObject({
    status: 'error',
    error: { code: 'modal/busy', retryable: true },
  });
  expect(takeConsole('warn')).toEqual([expect.stringContaining('modal/busy')]);
  await alloy.modal.succeed();
  expect(result.current[0].status).toBe('success');
});

test('a component that goes away takes its modal along', async () => {
  const alloy = createFakeAlloy();
  const { result, unmount } = renderInstall(alloy);
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = result.current.install();
  });
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  unmount();
  await expect(outcome).resolves.toEqual({ status: 'dismissed' });
  await waitFor(() => expect(alloy.modal.current).toBeNull());
});

test('a new user finds the button of the old one idle, and its modal closed', async () => {
  const alloy = createFakeAlloy();
  let userKey = 'ann';
  const { result, rerender } = renderHook(() => useAlloyInstall({ integrationId: 'i1' }), {
    wrapper: ({ children }) => (
      <AlloyTestProvider alloy={alloy} userKey={userKey}>
        {children}
      </AlloyTestProvider>
    ),
  });
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = result.current.install();
  });
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  userKey = 'ben';
  rerender();
  expect(result.current.status).toBe('idle');
  await expect(outcome).resolves.toEqual({ status: 'dismissed' });
});

test.each<[name: string, loadSdk: () => Promise<unknown>, code: string]>([
  ['does not arrive', () => Promise.reject(new Error('blocked')), 'sdk/load-failed'],
  ['is something else', () => Promise.resolve({ default: { hello: 'world' } }), 'sdk/invalid'],
  [
    'throws',
    () =>
      Promise.resolve({
        setToken: () => undefined,
        install() {
          throw new Error('no token set');
        },
        authenticate: () => undefined,
      } satisfies AlloySdk),
    'sdk/failed',
  ],
])('an SDK that %s ends in %s and is asked for again at the next click', async (_, bad, code) => {
  let loads = 0;
  const good: AlloySdk = {
    setToken: () => undefined,
    install: ({ callback }) => (callback as (data: unknown) => void)({ success: true }),
    authenticate: () => undefined,
  };
  let loadSdk = bad;
  const { result } = renderHook(() => useAlloyInstall({ integrationId: 'i1' }), {
    wrapper: ({ children }) => (
      <AlloyProvider
        preload="none"
        getToken={() => Promise.resolve(createFakeToken())}
        loadSdk={() => {
          loads++;
          return loadSdk();
        }}
      >
        {children}
      </AlloyProvider>
    ),
  });
  const outcome = await act(() => result.current.install());
  expect(outcome).toMatchObject({ status: 'error', error: { code } });
  expect(takeConsole('warn')).toEqual([expect.stringContaining(code)]);
  expect(loads).toBe(1);
  if (code === 'sdk/failed') return;
  loadSdk = () => Promise.resolve(good);
  await expect(act(() => result.current.install())).resolves.toMatchObject({ status: 'success' });
});

describe('a failure', () => {
  async function fail(options: UseAlloyInstallOptions): Promise<string[]> {
    const alloy = createFakeAlloy();
    alloy.token.failNext(404, 2);
    const { result } = renderInstall(alloy, options, 'none');
    await act(() => result.current.install());
    expect(result.current.error?.code).toBe('token/http');
    return takeConsole('warn');
  }

  test('that the app listens for is told to nobody else', async () => {
    expect(await fail({ integrationId: 'i1', onError: () => undefined })).toEqual([]);
    expect(await fail({ integrationId: 'i1', onSettled: () => undefined })).toEqual([]);
  });

  test('that nobody listens for is told to the developer, in the console, once', async () => {
    const [line, ...others] = await fail({ integrationId: 'i1' });
    expect(line).toMatch(/alloy-react: token\/http: The token endpoint .* answered HTTP 404/);
    expect(others).toEqual([]);
    expect(await fail({ integrationId: 'i1' })).toEqual([]);
  });
});

test('an install that an effect starts outlives the rehearsal of StrictMode', async () => {
  const alloy = createFakeAlloy();
  const onDismiss = vi.fn();
  const onSettled = vi.fn();
  function Opener(): null {
    const { install } = useAlloyInstall({ integrationId: 'i1', onDismiss, onSettled });
    useEffect(() => {
      void install();
    }, [install]);
    return null;
  }
  render(
    <StrictMode>
      <AlloyTestProvider alloy={alloy}>
        <Opener />
      </AlloyTestProvider>
    </StrictMode>,
  );
  await alloy.modal.succeed();
  expect(onDismiss).not.toHaveBeenCalled();
  expect(onSettled).toHaveBeenCalledExactlyOnceWith({
    status: 'success',
    result: { integrationId: 'i1' },
  });
});

test('null, which some handlers are called with, is no options', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderInstall(alloy);
  const install = result.current.install as (argument: unknown) => Promise<unknown>;
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = install(null);
  });
  await alloy.modal.dismiss();
  expect(await outcome).toEqual({ status: 'dismissed' });
});

test('without a signed-in user nothing is asked for, and the next user can connect', async () => {
  let user: string | null = null;
  const alloy = createFakeAlloy();
  const { result, rerender } = renderHook(
    () => useAlloyInstall({ integrationId: 'i1', onError: () => undefined }),
    {
      wrapper: ({ children }: { children: ReactNode }): ReactElement => (
        <AlloyTestProvider alloy={alloy} userKey={user}>
          {children}
        </AlloyTestProvider>
      ),
    },
  );
  expect(result.current.status).toBe('idle');
  user = 'alice';
  rerender();
  act(() => void result.current.install());
  await alloy.modal.succeed();
  expect(result.current.status).toBe('success');
});
