import { expect, test, vi } from 'vitest';
import { takeConsole } from '../../support/console';
import { settle } from '../support/fake-browser';
import { startAlloy, type StartedAlloy } from '../support/start-alloy';

interface Start {
  preload?: 'mount' | 'none';
  region?: string;
}

/** The engine's chunk and the SDK come when the test says so. */
function start(options: Start = {}): StartedAlloy & {
  loadSdk: ReturnType<typeof vi.fn<() => Promise<unknown>>>;
  arrive(): Promise<void>;
  fail(): Promise<void>;
} {
  const chunks: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const loadSdk = vi.fn(() => Promise.resolve<unknown>({}));
  const started = startAlloy({
    loadChunk: () => new Promise((resolve, reject) => chunks.push({ resolve, reject })),
    options: { ...(options as object), loadSdk },
  });
  return {
    ...started,
    loadSdk,
    async arrive() {
      chunks.splice(0).forEach(({ resolve }) => resolve());
      await settle();
    },
    async fail() {
      chunks.splice(0).forEach(({ reject }) => reject(new TypeError('Failed to fetch')));
      await settle();
    },
  };
}

test('the SDK is asked for before the engine is here, which takes it', async () => {
  const { alloy, loadSdk, arrive, status } = start();
  expect(loadSdk).toHaveBeenCalledTimes(1);
  alloy.preload();
  await arrive();
  expect(status()).toBe('ready');
  expect(loadSdk).toHaveBeenCalledTimes(1);
});

test('whoever only wants a token causes no load of the SDK, and a modal that follows does', async () => {
  const { alloy, loadSdk, getToken, arrive } = start({ preload: 'none' });
  const token = getToken();
  expect(loadSdk).not.toHaveBeenCalled();
  alloy.preload();
  expect(loadSdk).toHaveBeenCalledTimes(1);
  await arrive();
  await token;
  expect(loadSdk).toHaveBeenCalledTimes(1);
});

test('an SDK that failed before the engine came is loaded again at the next need', async () => {
  const { alloy, loadSdk, arrive, status } = start({ preload: 'none' });
  loadSdk.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  alloy.preload();
  await settle();
  await arrive();
  expect(status()).toBe('error sdk/load-failed');
  alloy.preload();
  await settle();
  expect(status()).toBe('ready');
  expect(loadSdk).toHaveBeenCalledTimes(2);
});

test('with an engine that did not come, the SDK is asked for anew as well', async () => {
  const { alloy, loadSdk, fail, arrive, status } = start({ preload: 'none' });
  alloy.preload();
  await fail();
  expect(status()).toBe('error sdk/load-failed');
  alloy.preload();
  expect(loadSdk).toHaveBeenCalledTimes(2);
  await arrive();
  expect(status()).toBe('ready');
  expect(loadSdk).toHaveBeenCalledTimes(2);
});

test('a provider that comes back asks anew, and one that has gone asks for nothing', async () => {
  const { alloy, loadSdk, unmount, arrive, status } = start({ preload: 'none' });
  alloy.preload();
  unmount();
  await settle();
  alloy.preload();
  expect(loadSdk).toHaveBeenCalledTimes(1);
  alloy.mount();
  alloy.preload();
  expect(loadSdk).toHaveBeenCalledTimes(2);
  await arrive();
  expect(status()).toBe('ready');
});

test('props that name nobody to ask cause no load of the SDK', async () => {
  const { alloy, loadSdk, arrive } = start({ preload: 'none', region: 'mars' });
  const onEnd = vi.fn();
  alloy.openModal({
    kind: 'install',
    options: { integrationId: 'i1' },
    overrides: undefined,
    signal: new AbortController().signal,
    onOpen: () => undefined,
    onEnd,
    onRetry: () => undefined,
  });
  await arrive();
  expect(onEnd).toHaveBeenCalledExactlyOnceWith({
    status: 'error',
    error: expect.objectContaining({ code: 'provider/invalid-props' }) as unknown,
  });
  expect(loadSdk).not.toHaveBeenCalled();
  expect(takeConsole('warn')).toEqual([expect.stringContaining('provider/invalid-props')]);
});
