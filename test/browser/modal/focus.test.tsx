/** Where the focus is after the modal: on what opened it, or where the host has put it meanwhile. */
import { render, screen } from '@testing-library/react';
import { DropdownMenu, Dialog } from 'radix-ui';
import { createElement, useState, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AlloyProvider, IntegrationButton, useAlloyInstall } from '../../../src';
import {
  click,
  inside,
  jwt,
  loadedFrame,
  modalIsGone,
  openByButton,
  PATIENT,
  Provider,
  say,
} from '../support/modal-harness';

async function finish(): Promise<void> {
  say(await loadedFrame(), { workflowCreated: true });
  await modalIsGone();
}

test.each([
  ['while a slow token is on its way', ['loading']],
  ['until the outcome is known', ['loading', 'open']],
])('a button that is disabled %s gets it back', async (_, disabledIn) => {
  function Own(): ReactElement {
    const { install, status } = useAlloyInstall({ integrationId: 'i1' });
    return (
      <button onClick={install} disabled={disabledIn.includes(status)}>
        Connect
      </button>
    );
  }
  const late = (): Promise<string> =>
    new Promise((resolve) => {
      setTimeout(() => resolve(jwt), 400);
    });
  render(
    <AlloyProvider getToken={late} preload="none">
      <Own />
    </AlloyProvider>,
  );
  const button = screen.getByRole('button', { name: 'Connect' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  await loadedFrame();
  await userEvent.keyboard('{Escape}');
  await modalIsGone();
  await vi.waitFor(() => expect(button).toHaveFocus(), PATIENT);
});

test("the item of a menu that has closed hands it over to the menu's trigger", async () => {
  function Menu(): ReactElement {
    const { install } = useAlloyInstall({ integrationId: 'i1' });
    return (
      <DropdownMenu.Root>
        <DropdownMenu.Trigger>Account</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content>
            <DropdownMenu.Item onSelect={install}>Connect</DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    );
  }
  render(
    <Provider>
      <Menu />
    </Provider>,
  );
  await click(screen.getByRole('button', { name: 'Account' }));
  await click(await screen.findByRole('menuitem', { name: 'Connect' }));
  await loadedFrame();
  await userEvent.keyboard('{Escape}');
  await modalIsGone();
  await vi.waitFor(
    () => expect(screen.getByRole('button', { name: 'Account' })).toHaveFocus(),
    PATIENT,
  );
});

describe('what the host focuses at the success keeps it', () => {
  test('a Radix dialog', async () => {
    function Host(): ReactElement {
      const [isOpen, setIsOpen] = useState(false);
      return (
        <Provider>
          <IntegrationButton integrationId="i1" onSuccess={() => setIsOpen(true)} />
          <Dialog.Root open={isOpen}>
            <Dialog.Portal>
              <Dialog.Content aria-describedby={undefined}>
                <Dialog.Title>Settings</Dialog.Title>
                <input aria-label="name" />
              </Dialog.Content>
            </Dialog.Portal>
          </Dialog.Root>
        </Provider>
      );
    }
    render(<Host />);
    await openByButton();
    await finish();
    await vi.waitFor(() => expect(screen.getByLabelText('name')).toHaveFocus(), PATIENT);
  });

  test('an input with autoFocus', async () => {
    function Host(): ReactElement {
      const [isDone, setIsDone] = useState(false);
      return (
        <Provider>
          <IntegrationButton integrationId="i1" onSuccess={() => setIsDone(true)} />
          {isDone && createElement('input', { 'aria-label': 'name', autoFocus: true })}
        </Provider>
      );
    }
    render(<Host />);
    await openByButton();
    await finish();
    await vi.waitFor(() => expect(screen.getByLabelText('name')).toHaveFocus(), PATIENT);
  });
});

describe('in another document', () => {
  function modalIn(document: Document): HTMLDialogElement {
    const dialog = document.querySelector<HTMLDialogElement>('dialog.alloy-dialog');
    if (!dialog?.querySelector('iframe') || dialog.ariaBusy)
      throw new Error('It is not there yet.');
    return dialog;
  }

  /** Opens it by a button there, finishes in it, and opens it once more to close it. */
  async function walk(there: Document, press: (button: HTMLElement) => unknown): Promise<void> {
    render(
      createPortal(
        <Provider>
          <IntegrationButton integrationId="i1" />
        </Provider>,
        there.body,
      ),
    );
    const button = await vi.waitFor(() => {
      const found = there.querySelector<HTMLElement>('.alloy-button');
      if (!found) throw new Error('The button is not there yet.');
      return found;
    }, PATIENT);
    await press(button);
    const frame = (await vi.waitFor(() => modalIn(there), PATIENT)).querySelector('iframe');
    expect(document.querySelector('dialog')).toBeNull();
    if (frame) say(frame, { workflowCreated: true });
    await vi.waitFor(() => expect(there.querySelector('dialog')).toBeNull(), PATIENT);
    expect(button).toHaveTextContent('Connected');
    expect(there.activeElement).toBe(button);

    button.click();
    const dialog = await vi.waitFor(() => modalIn(there), PATIENT);
    dialog.querySelector<HTMLElement>('.alloy-dialog-close')?.click();
    await vi.waitFor(() => expect(there.querySelector('dialog')).toBeNull(), PATIENT);
    expect(there.activeElement).toBe(button);
  }

  test('of a frame of the same origin', async () => {
    const frame = document.createElement('iframe');
    Object.assign(frame.style, { width: '900px', height: '800px' });
    document.body.append(frame);
    const there = frame.contentDocument;
    if (!there) throw new Error('The frame has no document.');
    await walk(there, () => inside(frame).getByRole('button', { name: 'Connect' }).click());
    frame.remove();
  });

  test('of a window that the host has opened', async () => {
    const opened = window.open('', '', 'width=900,height=800');
    if (!opened) throw new Error('The window did not open.');
    await walk(opened.document, (button) => {
      button.focus();
      button.click();
    });
    opened.close();
  });
});
