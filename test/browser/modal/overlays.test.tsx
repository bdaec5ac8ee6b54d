/** The button in the overlays of other libraries: one walk for each, with the libraries themselves. */
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AlloyProvider, IntegrationButton } from '../../../src';
import {
  click,
  clickBackdrop,
  closeButton,
  inside,
  jwt,
  loadedFrame,
  modalIsGone,
  PATIENT,
  say,
} from '../support/modal-harness';
import * as aria from '../support/overlays/aria';
import * as ariakit from '../support/overlays/ariakit';
import * as base from '../support/overlays/base';
import * as chakra from '../support/overlays/chakra';
import * as headless from '../support/overlays/headless';
import * as mantine from '../support/overlays/mantine';
import * as material from '../support/overlays/material';
import * as others from '../support/overlays/others';
import type { HostProps } from '../support/overlays/overlay';
import * as radix from '../support/overlays/radix';
import overlays from '../../../stories/overlays.json';

type Host = (props: HostProps) => ReactElement;

const HOSTS: [name: string, Host][] = [
  ['Radix Dialog', radix.RadixDialog],
  ['Radix Dialog, not modal (Sheet)', radix.RadixSideSheet],
  ['Radix AlertDialog', radix.RadixAlertDialog],
  ['Radix Popover', radix.RadixPopover],
  ['Radix Popover, modal', radix.RadixModalPopover],
  ['Radix DropdownMenu', radix.RadixDropdownMenu],
  ['Radix HoverCard', radix.RadixHoverCard],
  ['Radix Tooltip', radix.RadixTooltip],
  ['React Aria Modal, dismissable', aria.AriaModal],
  ['React Aria Popover', aria.AriaPopover],
  ['React Aria Popover, not modal', aria.AriaNonModalPopover],
  ['Mantine Modal', mantine.MantineModal],
  ['Mantine Drawer', mantine.MantineDrawer],
  ['Mantine Popover', mantine.MantinePopover],
  ['Mantine Menu', mantine.MantineMenu],
  ['MUI Dialog', material.MaterialDialog],
  ['MUI Drawer', material.MaterialDrawer],
  ['MUI Popover', material.MaterialPopover],
  ['MUI Menu', material.MaterialMenu],
  ['MUI ClickAwayListener', material.MaterialClickAway],
  ['Headless UI Dialog', headless.HeadlessDialog],
  ['Headless UI Popover', headless.HeadlessPopover],
  ['Base UI Dialog', base.BaseDialog],
  ['Base UI Popover', base.BasePopover],
  ['Base UI Menu', base.BaseMenu],
  ['Ariakit Dialog', ariakit.AriakitDialog],
  ['Ariakit Popover', ariakit.AriakitPopover],
  ['Ariakit Hovercard', ariakit.AriakitHovercard],
  ['Chakra UI Dialog', chakra.ChakraDialog],
  ['Chakra UI Drawer', chakra.ChakraDrawer],
  ['Chakra UI Popover', chakra.ChakraPopover],
  ['vaul Drawer', others.VaulDrawer],
  ['React Bootstrap Modal', others.BootstrapDialog],
  ['React Bootstrap Offcanvas', others.BootstrapOffcanvas],
  ['react-modal dialog', others.ReactModalDialog],
  ['Ant Design Modal', others.AntDialog],
  ['Ant Design Drawer', others.AntSideDrawer],
  ['Ant Design Popover', others.AntClickPopover],
  ['Ant Design Dropdown', others.AntMenu],
  ['Floating UI dialog', others.FloatingDialog],
];

/** The pointer opens them, and they close when it leaves: the modal covers them, and that is no leaving. */
const OPENED_BY_HOVER: [name: string, Host][] = [
  ['Mantine HoverCard', mantine.MantineHoverCard],
  ['Ant Design Popover on hover', others.AntHoverPopover],
];

/** They open at a click on their trigger. */
const OPENED_BY_CLICK: [name: string, Host][] = [
  ['React Bootstrap OverlayTrigger with rootClose', others.BootstrapRootClose],
];

/** Open from the beginning, and closed by a pointer that leaves: one opening, since nothing opens them again. */
const HOVERED: [name: string, Host][] = [
  ['Floating UI panel, on hover', others.FloatingHoverPanel],
];

function opener(): HTMLElement {
  const button = document.querySelector<HTMLElement>('.alloy-button');
  if (!button) throw new Error('The host has closed, and the button with it.');
  return button;
}

async function open(): Promise<HTMLIFrameElement> {
  await click(opener());
  return loadedFrame();
}

async function expectBackOnOpener(): Promise<void> {
  await modalIsGone();
  expect(screen.getByTestId('host')).toBeVisible();
  await vi.waitFor(() => expect(opener()).toHaveFocus(), PATIENT);
}

/** The real input of a user in the page in the modal. */
async function typeIn(frame: HTMLIFrameElement): Promise<void> {
  const heard = vi.fn();
  window.addEventListener('message', heard);
  await inside(frame).getByRole('textbox').click();
  await userEvent.keyboard('shop');
  await vi.waitFor(
    () => expect(heard.mock.lastCall?.[0]).toMatchObject({ data: { typed: 'shop' } }),
    PATIENT,
  );
  window.removeEventListener('message', heard);
}

function renderIn(Overlay: Host, onSuccess?: () => void): void {
  render(
    <AlloyProvider getToken={() => Promise.resolve(jwt)}>
      <Overlay>
        <IntegrationButton integrationId="i1" onSuccess={onSuccess} />
      </Overlay>
    </AlloyProvider>,
  );
}

/** Opens the modal, and uses what is in it and around it. */
async function openAndUse(): Promise<HTMLIFrameElement> {
  await screen.findByTestId('host');
  await vi.waitFor(() => expect(opener()).toBeVisible(), PATIENT);
  const frame = await open();
  await typeIn(frame);
  await click(screen.getByRole('heading', { name: 'Connect an app' }));
  expect(frame).toBeVisible();
  expect(screen.getByTestId('host')).toBeInTheDocument();
  return frame;
}

/** Through all ways to end it. */
async function walk(): Promise<void> {
  await openAndUse();
  await userEvent.keyboard('{Escape}');
  await expectBackOnOpener();

  await open();
  await click(closeButton());
  await expectBackOnOpener();

  await open();
  await clickBackdrop();
  await expectBackOnOpener();

  say(await open(), { workflowCreated: true });
  await vi.waitFor(() => expect(opener()).toHaveTextContent('Connected'), PATIENT);
  await expectBackOnOpener();
}

test('the guide lists what is tried here', () => {
  const listed = Object.entries(overlays).flatMap(([library, names]) =>
    names.map((name) => `${library} ${name}`),
  );
  const tried = [...HOSTS, ...OPENED_BY_HOVER, ...OPENED_BY_CLICK, ...HOVERED].map(
    ([name]) => name,
  );
  expect(new Set(listed)).toEqual(new Set(tried));
});

test.each(HOSTS)('%s', { timeout: 30_000 }, async (_, Overlay) => {
  renderIn(Overlay);
  await walk();
});

test.each(OPENED_BY_CLICK)('%s', { timeout: 30_000 }, async (_, Overlay) => {
  renderIn(Overlay);
  await click(screen.getByRole('button', { name: 'Settings' }));
  await walk();
});

test.each(OPENED_BY_HOVER)('%s', { timeout: 30_000 }, async (_, Overlay) => {
  renderIn(Overlay);
  await userEvent.hover(screen.getByRole('button', { name: 'Settings' }));
  await walk();
});

test.each(HOVERED)('%s', { timeout: 30_000 }, async (_, Overlay) => {
  const onSuccess = vi.fn();
  // Away from where the trigger will be: a pointer that starts on it closes the host by leaving it, before any modal.
  await userEvent.hover(document.documentElement, { position: { x: 900, y: 700 } });
  renderIn(Overlay, onSuccess);
  say(await openAndUse(), { workflowCreated: true });
  await vi.waitFor(() => expect(onSuccess).toHaveBeenCalledOnce(), PATIENT);
  await modalIsGone();
});
