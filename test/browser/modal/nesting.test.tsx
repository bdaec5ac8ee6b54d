/** The button in a dialog of the host: the modal can be used, and the host's dialog stays as it was. */
import Button from '@mui/material/Button';
import MuiDialog from '@mui/material/Dialog';
import * as Radix from '@radix-ui/react-dialog';
import { render, screen } from '@testing-library/react';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { IntegrationButton } from '../../../src';
import {
  click,
  clickBackdrop,
  closeButton,
  focusIsOn,
  inside,
  modal,
  modalIsGone,
  openByButton,
  openModals,
  PATIENT,
  Provider,
} from '../support/modal-harness';

const ConnectButton = (): ReactElement => (
  <Provider>
    <IntegrationButton integrationId="i1" />
  </Provider>
);

function NativeDialog({ children }: { children: ReactNode }): ReactElement {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} data-testid="host" aria-label="Settings">
      {children}
    </dialog>
  );
}

function LightDismissedDialog({ children }: { children: ReactNode }): ReactElement {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.setAttribute('closedby', 'any');
    ref.current?.showModal();
  }, []);
  return (
    <dialog ref={ref} data-testid="host" aria-label="Settings">
      {children}
    </dialog>
  );
}

function RadixDialog({ children }: { children: ReactNode }): ReactElement {
  return (
    <Radix.Root defaultOpen>
      <Radix.Portal>
        <Radix.Overlay style={{ position: 'fixed', inset: 0, zIndex: 2147483647 }} />
        <Radix.Content
          data-testid="host"
          aria-describedby={undefined}
          style={{ position: 'fixed', inset: 40, zIndex: 2147483647, background: '#eee' }}
        >
          <Radix.Title>Settings</Radix.Title>
          <input aria-label="name" />
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function MaterialDialog({ children }: { children: ReactNode }): ReactElement {
  const onClose = (): void => screen.getByTestId('host').remove();
  return (
    <MuiDialog open onClose={onClose} data-testid="host" sx={{ zIndex: 2147483647 }}>
      <Button>Settings</Button>
      {children}
    </MuiDialog>
  );
}

function Popover({ children }: { children: ReactNode }): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.showPopover(), []);
  return (
    <div ref={ref} popover="auto" data-testid="host">
      {children}
    </div>
  );
}

function isOpen(): boolean {
  const [host] = screen.queryAllByTestId('host');
  if (host instanceof HTMLDialogElement) return host.open;
  return host?.matches('[popover]') ? host.matches(':popover-open') : Boolean(host);
}

/** What a user does in the modal: click into the page, type, come and go with Tab, all of it real input. */
async function useModalThroughout(frame: HTMLIFrameElement): Promise<void> {
  const typed = vi.fn();
  window.addEventListener('message', typed);
  await inside(frame).getByRole('textbox').click();
  await userEvent.keyboard('shop');
  await vi.waitFor(
    () => expect(typed.mock.lastCall?.[0]).toMatchObject({ data: { typed: 'shop' } }),
    PATIENT,
  );
  window.removeEventListener('message', typed);
  await focusIsOn(frame);
  closeButton().focus();
  await userEvent.keyboard('{Tab}');
  await focusIsOn(frame);
}

describe.each([
  ['a native dialog', NativeDialog],
  ['a native dialog that closes at a click beside it', LightDismissedDialog],
  ['a Radix dialog', RadixDialog],
  ['a MUI dialog', MaterialDialog],
  ['a popover', Popover],
])('in %s', (_, Host) => {
  test('the modal can be used, and is all that Escape closes', async () => {
    render(
      <Host>
        <ConnectButton />
      </Host>,
    );
    const frame = await openByButton();
    await useModalThroughout(frame);
    expect(isOpen()).toBe(true);

    closeButton().focus();
    await userEvent.keyboard('{Escape}');
    await modalIsGone();
    expect(isOpen()).toBe(true);
    expect(screen.getByRole('button', { name: 'Connect' })).toHaveFocus();
  });

  test('a click beside the modal and a finish in it leave the host open', async () => {
    render(
      <Host>
        <ConnectButton />
      </Host>,
    );
    await openByButton();
    await clickBackdrop();
    await modalIsGone();
    expect(isOpen()).toBe(true);

    const frame = await openByButton();
    await inside(frame).getByRole('button', { name: 'finish', exact: true }).click();
    await screen.findByRole('button', { name: 'Connected' });
    await modalIsGone();
    expect(isOpen()).toBe(true);
  });
});

test('a popover that closes takes the modal in it along', async () => {
  render(
    <Popover>
      <ConnectButton />
    </Popover>,
  );
  await openByButton();
  screen.getByTestId('host').hidePopover();
  await modalIsGone();
  expect(screen.getByText('Connect').closest('button')).toHaveAttribute('data-state', 'dismissed');
});

describe('in a shadow root', () => {
  function ShadowHost({ popover }: { popover: boolean }): ReactElement {
    const host = useRef<HTMLDivElement>(null);
    return <div ref={host} data-testid="shadow" data-popover={popover} />;
  }

  test.each([false, true])('the focus comes back into it (in a popover: %s)', async (popover) => {
    render(<ShadowHost popover={popover} />);
    const root = screen.getByTestId('shadow').attachShadow({ mode: 'open' });
    const mount = document.createElement('div');
    root.append(mount);
    if (popover) {
      mount.popover = 'auto';
      mount.showPopover();
    }
    const view = render(createPortal(<ConnectButton />, mount));
    const opener = await vi.waitFor(() => {
      const button = root.querySelector('button');
      if (!button) throw new Error('The button is not there yet.');
      return button;
    });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const frame = await vi.waitFor(() => {
      const found = modal().querySelector('iframe');
      if (!found || modal().ariaBusy) throw new Error('The page is not there yet.');
      return found;
    }, PATIENT);
    expect(root.activeElement ?? document.activeElement).toBe(modal());
    await inside(frame).getByRole('textbox').click();
    await userEvent.keyboard('{Tab}');
    closeButton().click();
    await modalIsGone();
    expect(root.activeElement).toBe(opener);
    if (popover) expect(mount.matches(':popover-open')).toBe(true);
    view.unmount();
  });
});

test('the host hears nothing of what happens in the modal', async () => {
  const heard = vi.fn();
  const types = ['pointerdown', 'mousedown', 'click', 'keydown', 'focusin', 'wheel'];
  for (const type of types) document.addEventListener(type, heard, true);
  render(<ConnectButton />);
  await openByButton();
  heard.mockClear();
  await click(screen.getByRole('heading', { name: 'Connect an app' }));
  await userEvent.keyboard('{Tab}');
  expect(openModals()).toHaveLength(1);
  expect(heard).not.toHaveBeenCalled();
  for (const type of types) document.removeEventListener(type, heard, true);
});

test('the host does not hear that the focus goes from the page into the frame and back, as Firefox tells it', async () => {
  const heard = vi.fn();
  const ways: [EventTarget, string][] = [
    [window, 'blur'],
    [document, 'blur'],
    [document, 'focus'],
  ];
  render(<ConnectButton />);
  await openByButton();
  for (const [target, type] of ways) target.addEventListener(type, heard);
  for (const [target, type] of ways) target.dispatchEvent(new FocusEvent(type));
  expect(heard).not.toHaveBeenCalled();

  closeButton().click();
  await modalIsGone();
  for (const [target, type] of ways) target.dispatchEvent(new FocusEvent(type));
  expect(heard).toHaveBeenCalledTimes(ways.length);
  for (const [target, type] of ways) target.removeEventListener(type, heard);
});
