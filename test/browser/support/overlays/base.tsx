import { Dialog } from '@base-ui/react/dialog';
import { Menu } from '@base-ui/react/menu';
import { Popover } from '@base-ui/react/popover';
import type { ReactElement } from 'react';
import type { HostProps } from './overlay';

export function BaseDialog({ children }: HostProps): ReactElement {
  return (
    <Dialog.Root defaultOpen>
      <Dialog.Portal>
        <Dialog.Backdrop />
        <Dialog.Popup style={{ position: 'fixed', inset: 80 }}>
          <div data-testid="host">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function BasePopover({ children }: HostProps): ReactElement {
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger>Settings</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner>
          <Popover.Popup>
            <div data-testid="host">{children}</div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

export function BaseMenu({ children }: HostProps): ReactElement {
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger>Settings</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner>
          <Menu.Popup>
            <div data-testid="host">{children}</div>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
