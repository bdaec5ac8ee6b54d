import { Dialog, DialogPanel, Popover, PopoverButton, PopoverPanel } from '@headlessui/react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { HostProps } from './overlay';

export function HeadlessDialog({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Dialog open={isOpen} onClose={() => setIsOpen(false)}>
      <DialogPanel>
        <div data-testid="host">{children}</div>
      </DialogPanel>
    </Dialog>
  );
}

export function HeadlessPopover({ children }: HostProps): ReactElement {
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => trigger.current?.click(), []);
  return (
    <Popover>
      <PopoverButton ref={trigger}>Settings</PopoverButton>
      <PopoverPanel focus>
        <div data-testid="host">{children}</div>
      </PopoverPanel>
    </Popover>
  );
}
