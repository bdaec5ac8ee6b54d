import { act, screen } from '@testing-library/react';
import Alloy from 'alloy-frontend';
import { describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import type { AlloySdkLoader } from '../../../src';
import { createModalOpener } from '../../../src/sdk/adapter';
import {
  click,
  closeButton,
  jwt,
  loadedFrame,
  modal,
  modalIsGone,
  openByButton,
  openModals,
  PATIENT,
  renderButton,
  renderInstall,
  say,
} from '../support/modal-harness';

const LOAD_TIMEOUT_MS = 20_000;

describe('a page that never loads', () => {
  async function openInVain(props: Parameters<typeof renderButton>[0]): Promise<void> {
    await commands.answerAlloy({ page: 'never' });
    renderButton(props);
    await screen.findByRole('button', { name: 'Connect' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await click(screen.getByRole('button', { name: 'Connect' }));
    await vi.waitFor(() => expect(document.querySelector('iframe')).not.toBeNull(), PATIENT);
  }

  test('shows a skeleton, and after 20 seconds an apology with a way to try again', async () => {
    const callbacks = { onError: vi.fn(), onSuccess: vi.fn() };
    await openInVain({ integrationId: 'i1', ...callbacks });
    expect(modal()).toHaveAttribute('aria-busy', 'true');
    expect(modal().querySelector('.alloy-dialog-cover')).toBeVisible();
    vi.advanceTimersByTime(LOAD_TIMEOUT_MS);
    expect(callbacks.onError).toHaveBeenCalledOnce();
    expect(callbacks.onError.mock.lastCall?.[0]).toMatchObject({ code: 'modal/timeout' });
    expect(screen.getByRole('alert')).toHaveTextContent('This page could not be loaded.');
    vi.useRealTimers();

    await commands.answerAlloy();
    await click(modal().querySelector('.alloy-button') ?? modal());
    const frame = await loadedFrame();
    say(frame, { workflowCreated: true });
    await vi.waitFor(() => expect(callbacks.onSuccess).toHaveBeenCalledOnce(), PATIENT);
    await modalIsGone();
    expect(callbacks.onError).toHaveBeenCalledOnce();
  });

  test('can be closed before and after it was given up, and ends once', async () => {
    const onSettled = vi.fn();
    await openInVain({ integrationId: 'i1', onSettled });
    vi.advanceTimersByTime(LOAD_TIMEOUT_MS);
    await click(closeButton());
    expect(openModals()).toEqual([]);
    expect(onSettled).toHaveBeenCalledOnce();
  });

  test('of a hidden modal ends it, with nothing on screen', async () => {
    const onError = vi.fn();
    await openInVain({ integrationId: 'i1', options: { hide: true }, onError });
    vi.advanceTimersByTime(LOAD_TIMEOUT_MS);
    expect(onError).toHaveBeenCalledOnce();
    expect(openModals()).toEqual([]);
  });
});

test('a page that is at work while an image of it hangs is shown at its first message, and stays', async () => {
  await commands.answerAlloy({ page: 'waits-for-an-image' });
  const onError = vi.fn();
  renderButton({ integrationId: 'i1', onError });
  await screen.findByRole('button', { name: 'Connect' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await click(screen.getByRole('button', { name: 'Connect' }));
  const frame = await vi.waitFor(() => {
    const found = document.querySelector('iframe');
    if (!found) throw new Error('There is no frame yet.');
    // Until its script is there it hears nothing.
    say(found, { ping: 1 });
    expect(modal()).not.toHaveAttribute('aria-busy');
    return found;
  }, PATIENT);
  vi.advanceTimersByTime(10 * LOAD_TIMEOUT_MS);
  expect(frame).toBeVisible();
  expect(onError).not.toHaveBeenCalled();
});

test('a hidden page that loads and then says nothing ends, and the next button can open', async () => {
  const onError = vi.fn();
  renderButton({ integrationId: 'i1', options: { hide: true }, onError, children: 'Silent' });
  await screen.findByRole('button', { name: 'Silent' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await click(screen.getByRole('button', { name: 'Silent' }));
  await loadedFrame();
  vi.advanceTimersByTime(2 * LOAD_TIMEOUT_MS);
  vi.useRealTimers();
  expect(onError.mock.lastCall?.[0]).toMatchObject({ code: 'modal/timeout' });
  expect(openModals()).toEqual([]);
});

test('a page that the policy of the host blocks is given up at once', async () => {
  const onError = vi.fn();
  renderButton({ integrationId: 'i1', onError });
  await commands.answerAlloy({ page: 'never' });
  await click(await screen.findByRole('button', { name: 'Connect' }));
  await vi.waitFor(() => modal(), PATIENT);
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      ...{ blockedURI: 'https://app.runalloy.com', documentURI: location.href },
      ...{ effectiveDirective: 'frame-src', violatedDirective: 'frame-src' },
      ...{ originalPolicy: '', disposition: 'enforce', statusCode: 200 },
    }),
  );
  expect(onError.mock.lastCall?.[0]).toMatchObject({
    code: 'modal/unreachable',
    message: expect.stringContaining('blocked by frame-src of this page') as string,
  });
  await click(closeButton());
});

/** All of a page that an opening could leave something on. */
function traces(): unknown {
  const { documentElement: html, body, head } = document;
  return {
    elements: document.querySelectorAll('*').length,
    attributes: [html, body, head].map(({ attributes }) =>
      [...attributes].map(({ value }) => value),
    ),
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
    ownOfDocument: Object.getOwnPropertyNames(document),
    listens: Object.getOwnPropertyDescriptor(window, 'addEventListener'),
  };
}

/** The listeners on the page that come and go from now on; gives back how to stop counting. */
function countListeners(): { count: () => number; stop: () => void } {
  const listeners = new Map<unknown, number>();
  const targets = [window, document, window.visualViewport].filter((target) => target !== null);
  for (const target of targets) {
    const { addEventListener, removeEventListener } = target;
    const change = (by: number, args: unknown[]): void => {
      listeners.set(args[1], (listeners.get(args[1]) ?? 0) + by);
    };
    Object.assign(target, {
      addEventListener(...args: unknown[]) {
        change(1, args);
        Reflect.apply(addEventListener, target, args);
      },
      removeEventListener(...args: unknown[]) {
        change(-1, args);
        Reflect.apply(removeEventListener, target, args);
      },
    });
  }
  return {
    count: () => [...listeners.values()].reduce((sum, each) => sum + each, 0),
    stop() {
      for (const target of targets) {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      }
    },
  };
}

test('1,000 openings leave the page as it was', { timeout: 120_000 }, () => {
  // A thousand pages loaded would take minutes, and change nothing in what is counted here.
  vi.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(() => undefined);
  const open = createModalOpener(Alloy);
  const listeners = countListeners();
  const setTimeout = vi.spyOn(window, 'setTimeout');
  const clearTimeout = vi.spyOn(window, 'clearTimeout');
  const onEnd = vi.fn();
  const before = traces();
  for (let opening = 0; opening < 1000; opening++) {
    open({
      ...{ kind: 'install', options: { integrationId: 'i1' }, token: jwt, region: 'us' },
      ...{ labels: undefined, signal: new AbortController().signal, onEnd, onRetry: vi.fn() },
    });
    closeButton().click();
  }
  expect(onEnd).toHaveBeenCalledTimes(1000);
  expect(traces()).toEqual(before);
  expect(listeners.count()).toBe(0);
  expect(clearTimeout.mock.calls.flat()).toEqual(
    expect.arrayContaining(setTimeout.mock.results.map(({ value }) => value as number)),
  );
  listeners.stop();
});

describe('at any moment', () => {
  test('before the SDK is there, close() gives the opening up', async () => {
    let arrive: (sdk: unknown) => void = () => undefined;
    const install = vi.fn();
    const loadSdk: AlloySdkLoader = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const { result } = renderInstall({ integrationId: 'i1' }, { loadSdk });
    let outcome: Promise<unknown> = Promise.resolve();
    act(() => {
      outcome = result.current.install();
    });
    await vi.waitFor(() => expect(arrive).not.toHaveLength(0), PATIENT);
    act(() => result.current.close());
    await expect(outcome).resolves.toEqual({ status: 'dismissed' });
    await act(async () => {
      arrive({ setToken: vi.fn(), install, authenticate: vi.fn() });
      await Promise.resolve();
    });
    expect(install).not.toHaveBeenCalled();
  });

  test('the component may go while the page loads', async () => {
    await commands.answerAlloy({ page: 'never' });
    const view = renderButton();
    await click(await screen.findByRole('button', { name: 'Connect' }));
    await vi.waitFor(() => modal(), PATIENT);
    view.unmount();
    await modalIsGone();
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });

  test('the frame never moves in the page, and so loads once', async () => {
    renderButton({ integrationId: 'i1', options: { hide: true } });
    const loads = vi.fn();
    await click(await screen.findByRole('button', { name: 'Connect' }));
    const frame = await loadedFrame();
    frame.addEventListener('load', loads);
    say(frame, { showModal: true });
    await vi.waitFor(() => expect(modal()).toBeVisible(), PATIENT);
    say(frame, { workflowCreated: true });
    await modalIsGone();
    expect(loads).not.toHaveBeenCalled();
  });
});

test('two providers have a modal each, the later one on top, and each ends for itself', async () => {
  const first = { onSuccess: vi.fn(), onDismiss: vi.fn() };
  const second = { onSuccess: vi.fn(), onDismiss: vi.fn() };
  renderButton({ integrationId: 'a', children: 'A', ...first });
  renderButton({ integrationId: 'b', children: 'B', ...second });
  const frameA = await openByButton('A');
  // Inert for the user; an app can still do it.
  screen.getByText('B').click();
  await vi.waitFor(() => expect(openModals()).toHaveLength(2), PATIENT);
  const frameB = await loadedFrame();
  say(frameB, { workflowCreated: true });
  await vi.waitFor(() => expect(second.onSuccess).toHaveBeenCalledOnce(), PATIENT);
  expect(first.onSuccess).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(openModals()).toHaveLength(1), PATIENT);
  expect(modal().contains(frameA)).toBe(true);
  say(frameA, { closeModal: true });
  await modalIsGone();
  expect(first.onDismiss).toHaveBeenCalledOnce();
});
