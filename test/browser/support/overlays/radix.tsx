import { Dialog, AlertDialog, DropdownMenu, HoverCard, Popover, Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';
import type { HostProps } from './overlay';

export function RadixDialog({ children }: HostProps): ReactElement {
  return (
    <Dialog.Root defaultOpen>
      <Dialog.Portal>
        <Dialog.Overlay style={{ position: 'fixed', inset: 0, zIndex: 2147483647 }} />
        <Dialog.Content
          data-testid="host"
          aria-describedby={undefined}
          style={{ position: 'fixed', inset: 40, zIndex: 2147483647, background: '#eee' }}
        >
          <Dialog.Title>Settings</Dialog.Title>
          <input aria-label="name" />
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function RadixSideSheet({ children }: HostProps): ReactElement {
  return (
    <Dialog.Root defaultOpen modal={false}>
      <Dialog.Portal>
        <Dialog.Content
          data-testid="host"
          aria-describedby={undefined}
          style={{ position: 'fixed', insetBlock: 0, right: 0, width: 300, background: '#eee' }}
        >
          <Dialog.Title>Settings</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function RadixAlertDialog({ children }: HostProps): ReactElement {
  return (
    <AlertDialog.Root defaultOpen>
      <AlertDialog.Portal>
        <AlertDialog.Overlay style={{ position: 'fixed', inset: 0 }} />
        <AlertDialog.Content
          data-testid="host"
          style={{ position: 'fixed', inset: 40, background: '#eee' }}
        >
          <AlertDialog.Title>Settings</AlertDialog.Title>
          <AlertDialog.Description>What is connected.</AlertDialog.Description>
          <AlertDialog.Cancel>Cancel</AlertDialog.Cancel>
          {children}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

export function RadixPopover({ children }: HostProps): ReactElement {
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger>Settings</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content data-testid="host">{children}</Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

export function RadixModalPopover({ children }: HostProps): ReactElement {
  return (
    <Popover.Root defaultOpen modal>
      <Popover.Trigger>Settings</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content data-testid="host">{children}</Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

export function RadixDropdownMenu({ children }: HostProps): ReactElement {
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger>Settings</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content data-testid="host">
          <DropdownMenu.Item asChild onSelect={(event) => event.preventDefault()}>
            {children}
          </DropdownMenu.Item>
          <DropdownMenu.Item>Other</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function RadixHoverCard({ children }: HostProps): ReactElement {
  return (
    <HoverCard.Root defaultOpen closeDelay={0}>
      <HoverCard.Trigger href="#shopify">Shopify</HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content data-testid="host" style={{ padding: 20, background: '#eee' }}>
          {children}
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  );
}

export function RadixTooltip({ children }: HostProps): ReactElement {
  return (
    <Tooltip.Provider>
      <Tooltip.Root>
        <div data-testid="host">
          <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
        </div>
        <Tooltip.Portal>
          <Tooltip.Content>Connects your store</Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
