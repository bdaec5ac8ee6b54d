/** The same modal over each version of the SDK and each way to have it. */
import { act, screen } from '@testing-library/react';
import Alloy2 from 'alloy-frontend';
import Alloy1 from 'alloy-frontend-1';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { loadAlloyScript, type AlloySdkLoader } from '../../../src';
import { takeConsole } from '../../support/console';
import {
  click,
  clickBackdrop,
  inside,
  jwt,
  loadedFrame,
  modal,
  modalIsGone,
  openByButton,
  openModals,
  PATIENT,
  query,
  renderAuthenticate,
  renderButton,
  renderInstall,
} from '../support/modal-harness';

const SCRIPT_URL = 'https://cdn.runalloy.com/scripts/embedded.js';

const scripts = (): HTMLScriptElement[] => [
  ...document.querySelectorAll<HTMLScriptElement>(`script[src="${SCRIPT_URL}"]`),
];

beforeEach(removeHostedScript);
afterEach(removeHostedScript);

function removeHostedScript(): void {
  Reflect.deleteProperty(window, 'Alloy');
  for (const script of scripts()) script.remove();
}

const factory2 = Alloy2 as () => unknown;
const factory1 = Alloy1 as () => unknown;

describe.each<[string, AlloySdkLoader]>([
  ['2.1.1, a factory', () => Promise.resolve(factory2)],
  ['2.1.1, an instance', () => Promise.resolve(factory2())],
  ['2.1.1, a module with a default', () => Promise.resolve({ default: factory2 })],
  ['2.1.1, a module in a module', () => Promise.resolve({ default: { default: factory2 } })],
  ['2.1.1, the hosted script', loadAlloyScript()],
  ['1.1.4', () => Promise.resolve({ default: factory1 })],
])('over %s', (_, loadSdk) => {
  test('an install is opened, dismissed, opened again and finished', async () => {
    const callbacks = { onSuccess: vi.fn(), onDismiss: vi.fn() };
    renderButton({ integrationId: 'i1', options: { title: 'R&D #1' }, ...callbacks }, { loadSdk });
    const first = await openByButton();
    expect(query(first).get('integrationId')).toBe('i1');
    expect(query(first).get('title')).toBe('R&D #1');
    expect(query(first).get('token')).toBe(jwt);
    expect(modal()).toHaveAccessibleName('R&D #1');
    await clickBackdrop();
    await modalIsGone();
    expect(callbacks.onDismiss).toHaveBeenCalledOnce();

    const second = await openByButton();
    await inside(second).getByRole('button', { name: 'finish', exact: true }).click();
    await screen.findByRole('button', { name: 'Connected' });
    await modalIsGone();
    expect(callbacks.onSuccess).toHaveBeenCalledOnce();
  });

  test('an authentication succeeds with its ids', async () => {
    const { result } = renderAuthenticate({ app: 'shopify' }, { loadSdk });
    act(() => void result.current.authenticate());
    const frame = await loadedFrame();
    expect(frame.src).not.toContain('callback');
    await act(() => inside(frame).getByRole('button', { name: 'connect' }).click());
    await vi.waitFor(() => expect(result.current.status).toBe('success'), PATIENT);
    expect(result.current.result).toEqual({ connectionId: 'c1', credentialId: 'cr1' });
  });

  test.each(['edit', 'update'] as const)('%s says so to the page', async (operation) => {
    const { result } = renderInstall({ integrationId: 'i1', operation }, { loadSdk });
    act(() => void result.current.install());
    const arrived = query(await loadedFrame());
    expect(arrived.get('operation')).toBe(operation);
    expect(arrived.get('alwaysShowAuthentication')).toBe('true');
  });
});

test('the region decides the origin of the modal', async () => {
  renderButton({ integrationId: 'i1' }, { region: 'eu' });
  expect(new URL((await openByButton()).src).origin).toBe('https://eu-app.runalloy.com');
});

test('an SDK without regions is refused for the EU, and says what to do', async () => {
  const onError = vi.fn();
  const loadSdk: AlloySdkLoader = () => Promise.resolve(factory1);
  renderButton({ integrationId: 'i1', onError }, { loadSdk, region: 'eu' });
  await click(await screen.findByRole('button', { name: 'Connect' }));
  await screen.findByRole('button', { name: 'Try again' });
  const [error] = onError.mock.lastCall as [Error];
  expect(error).toMatchObject({ code: 'sdk/invalid' });
  expect(error.message).toContain('alloy-frontend 2 has it');
  expect(openModals()).toEqual([]);
});

describe('an SDK that is not as known', () => {
  const unlike = (callback: { current?: (data: unknown) => void }): AlloySdkLoader => {
    const open = (params: Record<string, unknown>): void => {
      callback.current = params.callback as (data: unknown) => void;
      const panel = document.createElement('section');
      const frame = document.createElement('iframe');
      frame.src = 'https://app.runalloy.com/next-version';
      panel.append(frame);
      document.body.append(panel);
      window.addEventListener('message', ({ data }: MessageEvent<{ closeModal?: boolean }>) => {
        if (data.closeModal) callback.current?.({ success: false });
      });
    };
    return () => Promise.resolve({ setToken: vi.fn(), install: open, authenticate: open });
  };

  test('opens and ends all the same, and one warning says so', async () => {
    const onDismiss = vi.fn();
    renderButton({ integrationId: 'i1', onDismiss }, { loadSdk: unlike({}) });
    for (let opening = 1; opening <= 2; opening++) {
      await click(await screen.findByRole('button', { name: 'Connect' }));
      const frame = await vi.waitFor(() => {
        const found = document.querySelector<HTMLIFrameElement>('section > iframe');
        if (!found) throw new Error('There is no frame yet.');
        return found;
      }, PATIENT);
      await inside(frame).getByRole('button', { name: 'close' }).click();
      await vi.waitFor(() => expect(onDismiss).toHaveBeenCalledTimes(opening), PATIENT);
      expect(document.querySelector('section')).toBeNull();
    }
    expect(takeConsole('warn')).toEqual([
      expect.stringContaining('draws its modal in another way'),
    ]);
  });
});

describe('the hosted script', () => {
  const load = (options?: Parameters<typeof loadAlloyScript>[0]): Promise<unknown> =>
    loadAlloyScript(options)();

  test('is one tag, however often and by however many it is asked for', async () => {
    const loader = loadAlloyScript();
    const [first, second, third] = await Promise.all([loader(), loader(), load()]);
    expect(first).toBe(second);
    expect(first).toBe(third);
    expect(scripts()).toHaveLength(1);
    await load();
    expect(scripts()).toHaveLength(1);
  });

  test('is not fetched by a page that has window.Alloy', async () => {
    const present = factory2();
    Object.assign(window, { Alloy: present });
    expect(await load()).toBe(present);
    expect(scripts()).toHaveLength(0);
  });

  test.each(['fails', 'is-empty'] as const)(
    'that %s leaves no tag, and can be had later',
    async (script) => {
      await commands.answerAlloy({ script });
      await expect(load()).rejects.toMatchObject({ code: 'sdk/load-failed', retryable: true });
      expect(scripts()).toHaveLength(0);
      await commands.answerAlloy();
      await expect(load()).resolves.toBeTypeOf('object');
    },
  );

  test('that never comes is given up after its time', async () => {
    await commands.answerAlloy({ script: 'never' });
    await expect(load({ timeoutMs: 50 })).rejects.toMatchObject({ code: 'sdk/load-failed' });
    expect(scripts()).toHaveLength(0);
  });

  test('passes its integrity check, or is no SDK at all', async () => {
    await expect(load({ integrity: 'sha384-AAAA' })).rejects.toMatchObject({
      code: 'sdk/load-failed',
    });
    const integrity = await commands.hostedScriptIntegrity();
    await expect(load({ integrity, nonce: 'n0nce' })).resolves.toBeTypeOf('object');
    expect(scripts()[0]).toMatchObject({ integrity, nonce: 'n0nce', crossOrigin: 'anonymous' });
  });

  test('whose tag in the page has failed before is fetched again at once', async () => {
    await commands.answerAlloy({ script: 'fails' });
    const tag = document.createElement('script');
    const failed = new Promise((resolve) => tag.addEventListener('error', resolve));
    tag.src = SCRIPT_URL;
    document.head.append(tag);
    await failed;
    await commands.answerAlloy();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await expect(load()).resolves.toBeTypeOf('object');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that may not be put into the page says so, and leaves nothing behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation(() => {
      throw new TypeError('This document requires TrustedScriptURL assignment.');
    });
    await expect(load()).rejects.toMatchObject({
      code: 'sdk/load-failed',
      message: expect.stringContaining('policy "alloy-react"') as string,
    });
    expect(vi.getTimerCount()).toBe(0);
    expect(scripts()).toHaveLength(0);
  });

  test('that failed is fetched again at the next click', async () => {
    await commands.answerAlloy({ script: 'fails' });
    renderButton({ integrationId: 'i1' }, { loadSdk: loadAlloyScript() });
    await click(await screen.findByRole('button', { name: 'Connect' }));
    await screen.findByRole('button', { name: 'Try again' });
    expect(takeConsole('warn')).toEqual([expect.stringContaining('sdk/load-failed')]);
    await commands.answerAlloy();
    await openByButton('Try again');
  });
});
