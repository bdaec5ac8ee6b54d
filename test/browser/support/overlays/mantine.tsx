import { Drawer, HoverCard, MantineProvider, Menu, Modal, Popover } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { HostProps } from './overlay';

export function MantineModal({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <MantineProvider>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} transitionProps={{ duration: 0 }}>
        <div data-testid="host">{children}</div>
      </Modal>
    </MantineProvider>
  );
}

export function MantineDrawer({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <MantineProvider>
      <Drawer opened={isOpen} onClose={() => setIsOpen(false)} transitionProps={{ duration: 0 }}>
        <div data-testid="host">{children}</div>
      </Drawer>
    </MantineProvider>
  );
}

export function MantinePopover({ children }: HostProps): ReactElement {
  return (
    <MantineProvider>
      <Popover defaultOpened trapFocus transitionProps={{ duration: 0 }}>
        <Popover.Target>
          <button>Settings</button>
        </Popover.Target>
        <Popover.Dropdown>
          <div data-testid="host">{children}</div>
        </Popover.Dropdown>
      </Popover>
    </MantineProvider>
  );
}

export function MantineMenu({ children }: HostProps): ReactElement {
  return (
    <MantineProvider>
      <Menu defaultOpened closeOnItemClick={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <button>Settings</button>
        </Menu.Target>
        <Menu.Dropdown>
          <div data-testid="host">{children}</div>
        </Menu.Dropdown>
      </Menu>
    </MantineProvider>
  );
}

export function MantineHoverCard({ children }: HostProps): ReactElement {
  return (
    <MantineProvider>
      <HoverCard transitionProps={{ duration: 0 }}>
        <HoverCard.Target>
          <button>Settings</button>
        </HoverCard.Target>
        <HoverCard.Dropdown>
          <div data-testid="host">{children}</div>
        </HoverCard.Dropdown>
      </HoverCard>
    </MantineProvider>
  );
}
