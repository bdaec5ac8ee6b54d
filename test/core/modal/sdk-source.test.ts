import { expect, test } from 'vitest';
import type { AlloyEvent } from '../../../src/core/contract/events';
import { createSdkSource, type SdkSource } from '../../../src/core/modal/sdk-source';
import { createFakeBrowser, type FakeBrowser } from '../support/fake-browser';

interface Loading {
  sdk: SdkSource<unknown>;
  browser: FakeBrowser;
  events: AlloyEvent[];
  loads: { resolve(loaded: unknown): void; reject(error: unknown): void }[];
}

function start(timeoutMs = 30_000, create = (loaded: unknown) => loaded): Loading {
  const browser = createFakeBrowser();
  const events: AlloyEvent[] = [];
  const loads: Loading['loads'] = [];
  const sdk = createSdkSource<unknown>({
    ...browser,
    random: () => 0.5,
    load: () => new Promise((resolve, reject) => loads.push({ resolve, reject })),
    timeoutMs: () => timeoutMs,
    create,
    onEvent: (event) => events.push(event),
  });
  return { sdk, browser, events, loads };
}

test('it is loaded once for all who need it', async () => {
  const { sdk, browser, events, loads } = start();
  const both = Promise.all([sdk.get(), sdk.get()]);
  expect(sdk.store.getSnapshot().status).toBe('loading');
  await browser.pass(250);
  loads[0]?.resolve('the SDK');
  expect(await both).toEqual(['the SDK', 'the SDK']);
  expect(await sdk.get()).toBe('the SDK');
  expect(loads).toHaveLength(1);
  expect(sdk.store.getSnapshot().status).toBe('ready');
  expect(events).toEqual([{ type: 'sdk.loaded', durationMs: 250 }]);
  expect(browser.timers()).toBe(0);
});

test('a failure is told and not kept: the next need loads it anew', async () => {
  const { sdk, events, loads } = start();
  const first = sdk.get();
  loads[0]?.reject(new TypeError('Failed to fetch dynamically imported module'));
  await expect(first).rejects.toMatchObject({ code: 'sdk/load-failed' });
  expect(sdk.store.getSnapshot()).toMatchObject({ error: { code: 'sdk/load-failed' } });
  expect(events).toMatchObject([{ type: 'sdk.failed' }]);
  const second = sdk.get();
  loads[1]?.resolve('the SDK');
  expect(await second).toBe('the SDK');
});

test('a download that hangs has failed after its time, however late it comes', async () => {
  const { sdk, browser, loads } = start(30_000);
  const hung = sdk.get();
  const failed = expect(hung).rejects.toThrow(/Nothing came within 30 seconds/);
  await browser.pass(30_000);
  await failed;
  loads[0]?.resolve('late');
  await browser.pass(0);
  expect(sdk.store.getSnapshot().status).toBe('error');
});

test('what arrived and cannot be read is not a failed load', async () => {
  const { sdk, loads } = start(30_000, () => {
    throw new Error('broken');
  });
  const broken = sdk.get();
  loads[0]?.resolve('something');
  await expect(broken).rejects.toMatchObject({ code: 'sdk/invalid', retryable: false });
});

test('once stopped it leaves no timer behind', () => {
  const { sdk, browser } = start();
  sdk.get().catch(() => undefined);
  sdk.stop();
  expect(browser.timers()).toBe(0);
});

test.each<[string, (browser: FakeBrowser) => Promise<void>]>([
  [
    'when the network is back',
    (browser) => {
      browser.goOnline();
      return Promise.resolve();
    },
  ],
  ['after a while', (browser) => browser.pass(90_000)],
])('a failed load is made again %s', async (_, happens) => {
  const { sdk, browser, loads } = start();
  const failed = sdk.get();
  loads[0]?.reject(new TypeError('Failed to fetch'));
  await expect(failed).rejects.toThrow();
  await happens(browser);
  loads[1]?.resolve('the SDK');
  await browser.pass(0);
  expect(sdk.store.getSnapshot().status).toBe('ready');
  expect(browser.timers()).toBe(0);
});

test('what lasts is not loaded again, and nothing is after the stop', async () => {
  const { sdk, browser, loads } = start(30_000, () => {
    throw new Error('broken');
  });
  const broken = sdk.get();
  loads[0]?.resolve('something');
  await expect(broken).rejects.toThrow();
  browser.goOnline();
  expect(loads).toHaveLength(1);
  sdk.stop();
  expect(browser.timers() + browser.listeners()).toBe(0);
});
