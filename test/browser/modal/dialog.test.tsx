import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  click,
  clickBackdrop,
  closeButton,
  focusIsOn,
  loadedFrame,
  modal,
  modalIsGone,
  openByButton,
  openModals,
  PATIENT,
  renderButton,
  say,
} from '../support/modal-harness';
import { violations } from '../support/violations';

beforeAll(() => import('../../../src/styles.css'));

/** Through the page in the frame, whose stops only the user can count. */
async function pressUntilFocused(keys: string, element: Element): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    await userEvent.keyboard(keys);
    if (document.activeElement === element) return;
  }
  throw new Error(`${keys} never leads there.`);
}

test('it has its name from the title, or else from the labels', async () => {
  renderButton(
    { integrationId: 'i1' },
    { labels: { modal: { title: 'Mit Shopify verbinden', close: 'Schließen' } } },
  );
  const frame = await openByButton();
  expect(modal()).toHaveAccessibleName('Mit Shopify verbinden');
  expect(frame.title).toBe('Mit Shopify verbinden');
  const close = screen.getByRole('button', { name: 'Schließen' });
  await vi.waitFor(() => expect(close).toBeVisible(), PATIENT);
  await click(close);
  await modalIsGone();
});

test('axe finds nothing in the open modal, nor while it loads', async () => {
  renderButton();
  await click(screen.getByRole('button', { name: 'Connect' }));
  await vi.waitFor(() => modal(), PATIENT);
  expect(await violations()).toEqual([]);
  await loadedFrame();
  expect(await violations()).toEqual([]);
});

describe('with the keyboard alone', () => {
  test('it is opened, walked through and closed, and the focus is back on the button', async () => {
    renderButton();
    const opener = screen.getByRole('button', { name: 'Connect' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const frame = await loadedFrame();
    expect(modal()).toHaveFocus();

    await userEvent.keyboard('{Tab}');
    expect(closeButton()).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await focusIsOn(frame);
    await pressUntilFocused('{Tab}', closeButton());
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await focusIsOn(frame);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await focusIsOn(frame);
    await pressUntilFocused('{Shift>}{Tab}{/Shift}', closeButton());

    await userEvent.keyboard('{Enter}');
    await modalIsGone();
    expect(opener).toHaveFocus();
  });

  test('Escape closes it', async () => {
    const onDismiss = vi.fn();
    renderButton({ integrationId: 'i1', onDismiss });
    await openByButton();
    await userEvent.keyboard('{Escape}');
    await modalIsGone();
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  test('a key that is held down on the button does not close at once what it opened', async () => {
    renderButton();
    screen.getByRole('button', { name: 'Connect' }).focus();
    await userEvent.keyboard('{Enter>4/}');
    await loadedFrame();
    expect(openModals()).toHaveLength(1);
  });

  test('the page behind cannot be reached', async () => {
    renderButton();
    const behind = document.createElement('input');
    document.body.append(behind);
    await openByButton();
    behind.focus();
    expect(behind).not.toHaveFocus();
    expect(modal()).toHaveFocus();
    behind.remove();
  });
});

test('a click beside the box dismisses, a click on its header does not', async () => {
  const onDismiss = vi.fn();
  renderButton({ integrationId: 'i1', onDismiss });
  await openByButton();
  await click(screen.getByRole('heading', { name: 'Connect an app' }));
  expect(onDismiss).not.toHaveBeenCalled();
  await clickBackdrop();
  await modalIsGone();
  expect(onDismiss).toHaveBeenCalledOnce();
});

describe('when the button is gone at the end', () => {
  test('the focus goes to its nearest ancestor that lives', async () => {
    const card = document.createElement('section');
    document.body.append(card);
    const view = renderButton();
    card.append(view.container);
    const frame = await openByButton();
    view.container.remove();
    say(frame, { workflowCreated: true });
    await modalIsGone();
    await vi.waitFor(() => expect(card).toHaveFocus(), PATIENT);
    card.blur();
    expect(card).not.toHaveAttribute('tabindex');
    card.remove();
  });

  test('a host that takes all of it away keeps its elements as they are', async () => {
    const view = renderButton();
    await openByButton();
    view.unmount();
    await modalIsGone();
    expect(view.container).not.toHaveAttribute('tabindex');
  });
});

async function askToBeShown(frame: HTMLIFrameElement): Promise<void> {
  say(frame, { showModal: true });
  await vi.waitFor(() => expect(modal()).toBeVisible(), PATIENT);
}

describe('hide', () => {
  test('keeps the modal out of sight until Alloy asks for it', async () => {
    renderButton({ integrationId: 'i1', options: { hide: true } });
    const opener = screen.getByRole('button', { name: 'Connect' });
    await click(opener);
    const frame = await loadedFrame();
    expect(modal()).not.toBeVisible();
    expect(document.adoptedStyleSheets).toHaveLength(0);
    expect(opener).toHaveFocus();

    await askToBeShown(frame);
    expect(modal()).toHaveFocus();
    expect(modal().querySelector('iframe')).toBe(frame);
  });

  test('an install that needs no input is a success without anybody seeing a modal', async () => {
    const onSuccess = vi.fn();
    renderButton({ integrationId: 'i1', options: { hide: true }, onSuccess });
    await click(screen.getByRole('button', { name: 'Connect' }));
    say(await loadedFrame(), { workflowCreated: true });
    await vi.waitFor(() => expect(onSuccess).toHaveBeenCalledOnce(), PATIENT);
    await modalIsGone();
  });
});
