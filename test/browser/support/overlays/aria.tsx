import { Button, Dialog, DialogTrigger, Modal, ModalOverlay, Popover } from 'react-aria-components';
import type { ReactElement } from 'react';
import type { HostProps } from './overlay';

export function AriaModal({ children }: HostProps): ReactElement {
  return (
    <ModalOverlay defaultOpen isDismissable style={{ position: 'fixed', inset: 0 }}>
      <Modal style={{ position: 'fixed', inset: 80, background: '#eee' }}>
        <Dialog aria-label="Settings">
          <div data-testid="host">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export function AriaPopover({ children }: HostProps): ReactElement {
  return (
    <DialogTrigger defaultOpen>
      <Button>Settings</Button>
      <Popover>
        <Dialog aria-label="Settings">
          <div data-testid="host">{children}</div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export function AriaNonModalPopover({ children }: HostProps): ReactElement {
  return (
    <DialogTrigger defaultOpen>
      <Button>Settings</Button>
      <Popover isNonModal>
        <Dialog aria-label="Settings">
          <div data-testid="host">{children}</div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
