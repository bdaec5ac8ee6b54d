/** The twelve faults of alloy-frontend, one after the other, on the real one. */
import { act, screen } from '@testing-library/react';
import Alloy from 'alloy-frontend';
import { expect, test, vi } from 'vitest';
import type { AlloySdk } from '../../../src';
import { takeConsole } from '../../support/console';
import {
  click,
  clickBackdrop,
  closeButton,
  inside,
  jwt,
  loadedFrame,
  messagesDelivered,
  modal,
  modalIsGone,
  openByButton,
  PATIENT,
  query,
  renderAuthenticate,
  renderButton,
  renderInstall,
  say,
} from '../support/modal-harness';

const bareSdk = (Alloy as () => AlloySdk)();
const NASTY = 'R&D #1 100% +äß "\\<>?=/ \u2028 😀';

/** The listeners for messages that `window` has, by those that come and go from now on. */
function countMessageListeners(): { count: () => number } {
  const listeners = new Set<unknown>();
  const { addEventListener, removeEventListener } = window;
  vi.spyOn(window, 'addEventListener').mockImplementation((...args: unknown[]) => {
    if (args[0] === 'message') listeners.add(args[1]);
    Reflect.apply(addEventListener, window, args);
  });
  vi.spyOn(window, 'removeEventListener').mockImplementation((...args: unknown[]) => {
    if (args[0] === 'message') listeners.delete(args[1]);
    Reflect.apply(removeEventListener, window, args);
  });
  return { count: () => listeners.size };
}

test('1: a modal that was dismissed hears nothing of the next one', async () => {
  const listeners = countMessageListeners();
  const first = { onSuccess: vi.fn(), onDismiss: vi.fn() };
  const second = { onSuccess: vi.fn(), onDismiss: vi.fn() };
  const a = renderButton({ integrationId: 'a', ...first, children: 'A' });
  const b = renderButton({ integrationId: 'b', ...second, children: 'B' });
  await openByButton('A');
  await clickBackdrop();
  await modalIsGone();
  expect(first.onDismiss).toHaveBeenCalledOnce();

  const frame = await openByButton('B');
  await inside(frame).getByRole('button', { name: 'finish', exact: true }).click();
  await vi.waitFor(() => expect(second.onSuccess).toHaveBeenCalledOnce(), PATIENT);
  await modalIsGone();
  expect(first.onSuccess).not.toHaveBeenCalled();
  expect(listeners.count()).toBe(0);
  a.unmount();
  b.unmount();
});

test('2: an opening ends once, though the SDK reports a finish and then a closing', async () => {
  const callbacks = { onSuccess: vi.fn(), onDismiss: vi.fn(), onSettled: vi.fn() };
  renderButton({ integrationId: 'i1', ...callbacks });
  const frame = await openByButton();
  say(frame, { workflowCreated: true, closeModal: false });
  say(frame, { workflowCreated: true, closeModal: false });
  say(frame, { closeModal: true });
  await modalIsGone();
  expect(callbacks.onSuccess).toHaveBeenCalledOnce();
  expect(callbacks.onSettled).toHaveBeenCalledOnce();
  expect(callbacks.onDismiss).not.toHaveBeenCalled();
});

test('3: every text and every JSON value arrives as it was given, and the token behind it', async () => {
  const values = [{ [NASTY]: NASTY, list: [1e21, -2.5e-7, null, true, { a: '+' }], text: '%2B' }];
  renderButton({
    workflowIds: ['w&1', 'w#2'],
    options: { title: NASTY, preFilledValues: values, outputOverride: values, versionIds: ['v+1'] },
  });
  const frame = await openByButton();
  const arrived = query(frame);
  expect(arrived.getAll('id')).toEqual(['w&1', 'w#2']);
  expect(arrived.getAll('versionId')).toEqual(['v+1']);
  expect(arrived.get('title')).toBe(NASTY);
  expect(JSON.parse(arrived.get('preFilledValues') ?? '')).toEqual(values);
  expect(JSON.parse(arrived.get('outputOverride') ?? '')).toEqual(values);
  expect(arrived.get('token')).toBe(jwt);
  expect(new URL(frame.src).hash).toBe('');
  expect(frame.title).toBe(NASTY);
});

test('3: what authenticate is given arrives as it was given too', async () => {
  const { result } = renderAuthenticate({ app: NASTY, category: '#crm&', integrationId: 'i+1' });
  act(() => void result.current.authenticate());
  const arrived = query(await loadedFrame());
  expect(arrived.get('app')).toBe(NASTY);
  expect(arrived.get('category')).toBe('#crm&');
  expect(arrived.get('integrationId')).toBe('i+1');
  expect(arrived.get('token')).toBe(jwt);
});

test('4: no source code of a callback is in the address of the frame', async () => {
  const { result } = renderAuthenticate({ app: 'shopify' });
  act(() => void result.current.authenticate());
  const { src } = await loadedFrame();
  expect(src).not.toMatch(/callback|function|=>/);
});

test('5: a message without an id is no success of authenticate, and does not close it', async () => {
  const onSuccess = vi.fn();
  const { result } = renderAuthenticate({ app: 'shopify', onSuccess });
  act(() => void result.current.authenticate());
  const frame = await loadedFrame();
  say(frame, { ping: 1 });
  say(frame, { connectionId: '' });
  say(frame, 'ready');
  await messagesDelivered(frame);
  expect(result.current.status).toBe('open');
  await act(() => inside(frame).getByRole('button', { name: 'connect' }).click());
  await vi.waitFor(() => expect(onSuccess).toHaveBeenCalledOnce(), PATIENT);
  expect(onSuccess).toHaveBeenCalledWith({ connectionId: 'c1', credentialId: 'cr1' });
});

test('6: versions and workflows given as one text are sent as themselves', async () => {
  const untyped = { workflowIds: 'w1', versionIds: 'v1' } as never;
  const { result } = renderInstall(untyped);
  act(() => void result.current.install());
  const arrived = query(await loadedFrame());
  expect(arrived.getAll('id')).toEqual(['w1']);
  expect(arrived.getAll('versionId')).toEqual(['v1']);
});

test('6: without an integration and workflows nothing is opened, and the error says what to pass', async () => {
  const { result } = renderInstall({});
  const outcome = await act(() => result.current.install());
  expect(outcome).toMatchObject({ status: 'error', error: { code: 'install/invalid-options' } });
  expect(takeConsole('warn')).toEqual([expect.stringContaining('install/invalid-options')]);
  expect(document.querySelector('iframe')).toBeNull();
});

test('7: an open modal can be closed by the app, and that is a dismissal', async () => {
  const { result } = renderInstall({ integrationId: 'i1' });
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = result.current.install();
  });
  await loadedFrame();
  act(() => result.current.close());
  await modalIsGone();
  await expect(outcome).resolves.toEqual({ status: 'dismissed' });
});

test('8: the modal is a dialog with a name, takes the focus, hears Escape, and gives the focus back', async () => {
  renderButton({ integrationId: 'i1', options: { title: 'Connect Shopify' } });
  const opener = screen.getByRole('button', { name: 'Connect' });
  const frame = await openByButton();
  expect(modal()).toHaveAttribute('aria-modal', 'true');
  expect(modal()).toHaveAccessibleName('Connect Shopify');
  expect(frame.title).toBe('Connect Shopify');
  expect(modal().contains(document.activeElement)).toBe(true);
  modal().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await modalIsGone();
  expect(opener).toHaveFocus();
});

test('10 and 11: what is opened has a token with life left', async () => {
  renderButton({ integrationId: 'i1' });
  expect(query(await openByButton()).get('token')).toBe(jwt);
});

test('the bare SDK leaves a listener for each dismissal, and here none is left', async () => {
  const listeners = countMessageListeners();
  bareSdk.setToken(jwt);
  for (let opening = 0; opening < 10; opening++) {
    bareSdk.install({ integrationId: 'bare' });
    document.querySelector<HTMLElement>('body > div:last-child > div')?.click();
  }
  expect(document.querySelector('iframe')).toBeNull();
  expect(listeners.count()).toBe(10);

  renderButton();
  for (let opening = 0; opening < 10; opening++) {
    await openByButton();
    await click(closeButton());
    await modalIsGone();
  }
  expect(listeners.count()).toBe(10);
});
