import Box from '@mui/material/Box';
import ClickAwayListener from '@mui/material/ClickAwayListener';
import Dialog from '@mui/material/Dialog';
import Drawer from '@mui/material/Drawer';
import Menu from '@mui/material/Menu';
import Popover from '@mui/material/Popover';
import { useState, type ReactElement } from 'react';
import type { HostProps } from './overlay';

export function MaterialDialog({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Dialog open={isOpen} onClose={() => setIsOpen(false)} sx={{ zIndex: 2147483647 }}>
      <Box data-testid="host">
        <input aria-label="name" />
        {children}
      </Box>
    </Dialog>
  );
}

export function MaterialDrawer({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Drawer open={isOpen} onClose={() => setIsOpen(false)}>
      <Box data-testid="host">{children}</Box>
    </Drawer>
  );
}

export function MaterialPopover({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Popover
      open={isOpen}
      onClose={() => setIsOpen(false)}
      anchorReference="anchorPosition"
      anchorPosition={{ top: 40, left: 40 }}
    >
      <Box data-testid="host">{children}</Box>
    </Popover>
  );
}

export function MaterialMenu({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Menu
      open={isOpen}
      onClose={() => setIsOpen(false)}
      anchorReference="anchorPosition"
      anchorPosition={{ top: 40, left: 40 }}
    >
      <li data-testid="host">{children}</li>
    </Menu>
  );
}

export function MaterialClickAway({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <ClickAwayListener onClickAway={() => setIsOpen(false)}>
      <div>{isOpen && <div data-testid="host">{children}</div>}</div>
    </ClickAwayListener>
  );
}
