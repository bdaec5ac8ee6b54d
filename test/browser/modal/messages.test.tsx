import { act } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import {
  inside,
  loadedFrame,
  messagesDelivered,
  modal,
  modalIsGone,
  openByButton,
  PATIENT,
  renderAuthenticate,
  renderButton,
  renderInstall,
  say,
} from '../support/modal-harness';

const FINISH = { workflowCreated: true };

/** Another frame of the page, whose messages are no business of the modal. */
async function strangerFrom(src: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.src = src;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  return frame;
}

describe('a forged message changes nothing', () => {
  test.each([
    ['of another window of the right origin', 'https://app.runalloy.com/'],
    ['of the origin of another region', 'https://eu-app.runalloy.com/'],
    ['of a look-alike', 'https://app.runalloy.com.evil.runalloy.com/'],
  ])('%s', async (_, src) => {
    const onSettled = vi.fn();
    renderButton({ integrationId: 'i1', onSettled });
    await openByButton();
    const stranger = await strangerFrom(src);
    say(stranger, FINISH);
    say(stranger, { closeModal: true });
    await messagesDelivered(stranger);
    expect(onSettled).not.toHaveBeenCalled();
    expect(modal()).toBeVisible();
    stranger.remove();
  });

  test('of this page itself', async () => {
    const onSettled = vi.fn();
    renderButton({ integrationId: 'i1', onSettled });
    const frame = await openByButton();
    window.postMessage(FINISH, '*');
    window.dispatchEvent(
      new MessageEvent('message', { data: FINISH, origin: 'https://app.runalloy.com' }),
    );
    await messagesDelivered(frame);
    expect(onSettled).not.toHaveBeenCalled();
  });

  test('of the frame itself, gone elsewhere', async () => {
    const onSettled = vi.fn();
    renderButton({ integrationId: 'i1', onSettled });
    const frame = await openByButton();
    frame.src = 'https://app.runalloy.com.evil.runalloy.com/';
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    say(frame, FINISH);
    await messagesDelivered(frame);
    expect(onSettled).not.toHaveBeenCalled();
    expect(modal()).toBeVisible();
  });
});

describe('authenticate', () => {
  async function open() {
    const callbacks = { onSuccess: vi.fn(), onDismiss: vi.fn(), onError: vi.fn() };
    const { result } = renderAuthenticate({ app: 'shopify', ...callbacks });
    act(() => void result.current.authenticate());
    const frame = await loadedFrame();
    return { callbacks, result, frame };
  }

  test.each([
    ['a connection', { connectionId: 'c1' }],
    ['a credential', { credentialId: 'cr1' }],
    ['a connection, and closes', { connectionId: 'c1', closeModal: true }],
    [
      'both, with a status',
      { connectionId: 'c1', credentialId: 'cr1', connectionStatus: 'success' },
    ],
  ])('is a success when Alloy names %s', async (_, message) => {
    const { callbacks, frame, result } = await open();
    say(frame, message);
    await vi.waitFor(() => expect(callbacks.onSuccess).toHaveBeenCalledOnce(), PATIENT);
    const { connectionId, credentialId } = message as Record<string, string>;
    expect(result.current.result).toEqual({
      ...(connectionId && { connectionId }),
      ...(credentialId && { credentialId }),
    });
    await modalIsGone();
    expect(callbacks.onDismiss).not.toHaveBeenCalled();
  });

  test.each([
    { closeModal: true, connectionStatus: 'failed' },
    { connectionStatus: 'failed', connectionId: 'c1' },
  ])('fails when Alloy reports a failed connection: %o', async (message) => {
    const { callbacks, frame } = await open();
    say(frame, message);
    await vi.waitFor(() => expect(callbacks.onError).toHaveBeenCalledOnce(), PATIENT);
    expect(callbacks.onError).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'modal/failed' }),
    );
    expect(callbacks.onSuccess).not.toHaveBeenCalled();
    await modalIsGone();
  });

  test('is dismissed when its page closes without an id, whatever status it reports', async () => {
    const { callbacks, frame } = await open();
    say(frame, { ping: 1 });
    say(frame, { closeModal: true, connectionStatus: 'success' });
    await vi.waitFor(() => expect(callbacks.onDismiss).toHaveBeenCalledOnce(), PATIENT);
    expect(callbacks.onSuccess).not.toHaveBeenCalled();
    await modalIsGone();
  });
});

describe('a success that leaves the modal on screen', () => {
  test('is a success at once, and its closing later is no dismissal', async () => {
    const callbacks = { onSuccess: vi.fn(), onDismiss: vi.fn(), onSettled: vi.fn() };
    renderButton({ integrationId: 'i1', ...callbacks });
    const frame = await openByButton();
    await inside(frame).getByRole('button', { name: 'finish and stay' }).click();
    await vi.waitFor(() => expect(callbacks.onSuccess).toHaveBeenCalledOnce(), PATIENT);
    expect(modal()).toBeVisible();
    await inside(frame).getByRole('button', { name: 'close' }).click();
    await modalIsGone();
    expect(callbacks.onDismiss).not.toHaveBeenCalled();
    expect(callbacks.onSettled).toHaveBeenCalledOnce();
  });

  test('is replaced by the next opening', async () => {
    const { result } = renderInstall({ integrationId: 'i1' });
    act(() => void result.current.install());
    const first = await loadedFrame();
    say(first, { ...FINISH, closeModal: false });
    await vi.waitFor(() => expect(result.current.status).toBe('success'), PATIENT);
    act(() => void result.current.install({ integrationId: 'i2' }));
    await vi.waitFor(() => expect(first.isConnected).toBe(false), PATIENT);
    const second = await loadedFrame();
    expect(new URL(second.src).searchParams.get('integrationId')).toBe('i2');
    expect(result.current.status).toBe('open');
  });

  test('is taken off the screen by close()', async () => {
    const { result } = renderInstall({ integrationId: 'i1' });
    act(() => void result.current.install());
    say(await loadedFrame(), { ...FINISH, closeModal: false });
    await vi.waitFor(() => expect(result.current.status).toBe('success'), PATIENT);
    act(() => result.current.close());
    await modalIsGone();
    expect(result.current.status).toBe('success');
  });

  test('says nothing to the console when the SDK, late, removes what is gone', async () => {
    const log = vi.spyOn(console, 'log');
    const setTimeout = vi.spyOn(window, 'setTimeout');
    renderButton();
    const frame = await openByButton();
    say(frame, FINISH);
    const removeLate = await vi.waitFor(() => {
      const [callback] = setTimeout.mock.calls.find(([, delayMs]) => delayMs === 200) ?? [];
      if (typeof callback !== 'function') throw new Error('The SDK has set no timer yet.');
      return callback;
    }, PATIENT);
    say(frame, { closeModal: true });
    await modalIsGone();
    removeLate();
    expect(log).not.toHaveBeenCalled();
  });
});
