/** Libraries of which one or two overlays are tried. */
import {
  FloatingFocusManager,
  FloatingPortal,
  useDismiss,
  useFloating,
  useHover,
  useInteractions,
} from '@floating-ui/react';
import {
  Drawer as AntDrawer,
  Dropdown as AntDropdown,
  Modal as AntModal,
  Popover as AntPopover,
} from 'antd';
import { useState, type ReactElement } from 'react';
import BootstrapModal from 'react-bootstrap/Modal';
import Offcanvas from 'react-bootstrap/Offcanvas';
import OverlayTrigger from 'react-bootstrap/OverlayTrigger';
import BootstrapPopover from 'react-bootstrap/Popover';
import ReactModal from 'react-modal';
import { Drawer as Vaul } from 'vaul';
import type { HostProps } from './overlay';

export function VaulDrawer({ children }: HostProps): ReactElement {
  return (
    <Vaul.Root defaultOpen>
      <Vaul.Portal>
        <Vaul.Overlay />
        <Vaul.Content aria-describedby={undefined}>
          <Vaul.Title>Settings</Vaul.Title>
          <div data-testid="host">{children}</div>
        </Vaul.Content>
      </Vaul.Portal>
    </Vaul.Root>
  );
}

export function BootstrapDialog({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <BootstrapModal show={isOpen} animation={false} onHide={() => setIsOpen(false)}>
      <div data-testid="host">{children}</div>
    </BootstrapModal>
  );
}

export function BootstrapOffcanvas({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Offcanvas show={isOpen} onHide={() => setIsOpen(false)}>
      <div data-testid="host">{children}</div>
    </Offcanvas>
  );
}

export function BootstrapRootClose({ children }: HostProps): ReactElement {
  return (
    <OverlayTrigger
      rootClose
      placement="bottom"
      trigger="click"
      overlay={
        <BootstrapPopover style={{ background: '#fff' }}>
          <div data-testid="host">{children}</div>
        </BootstrapPopover>
      }
    >
      <button>Settings</button>
    </OverlayTrigger>
  );
}

export function ReactModalDialog({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <ReactModal isOpen={isOpen} ariaHideApp={false} onRequestClose={() => setIsOpen(false)}>
      <div data-testid="host">{children}</div>
    </ReactModal>
  );
}

export function AntDialog({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <AntModal open={isOpen} footer={null} onCancel={() => setIsOpen(false)}>
      <div data-testid="host">{children}</div>
    </AntModal>
  );
}

export function AntSideDrawer({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <AntDrawer open={isOpen} onClose={() => setIsOpen(false)}>
      <div data-testid="host">{children}</div>
    </AntDrawer>
  );
}

export function AntClickPopover({ children }: HostProps): ReactElement {
  return (
    <AntPopover defaultOpen trigger="click" content={<div data-testid="host">{children}</div>}>
      <button>Settings</button>
    </AntPopover>
  );
}

export function AntHoverPopover({ children }: HostProps): ReactElement {
  return (
    <AntPopover trigger="hover" content={<div data-testid="host">{children}</div>}>
      <button>Settings</button>
    </AntPopover>
  );
}

export function AntMenu({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <AntDropdown
      open={isOpen}
      trigger={['click']}
      onOpenChange={(next, { source }) => {
        if (source === 'trigger') setIsOpen(next);
      }}
      menu={{ items: [{ key: 'connect', label: <div data-testid="host">{children}</div> }] }}
    >
      <button>Settings</button>
    </AntDropdown>
  );
}

export function FloatingDialog({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  const {
    refs: { setFloating },
    context,
  } = useFloating({ open: isOpen, onOpenChange: setIsOpen });
  const { getFloatingProps } = useInteractions([
    useDismiss(context, { outsidePressEvent: 'mousedown' }),
  ]);
  return (
    <FloatingPortal>
      {isOpen && (
        <FloatingFocusManager context={context}>
          <div ref={setFloating} data-testid="host" {...getFloatingProps()}>
            {children}
          </div>
        </FloatingFocusManager>
      )}
    </FloatingPortal>
  );
}

export function FloatingHoverPanel({ children }: HostProps): ReactElement {
  const [isOpen, setIsOpen] = useState(true);
  const {
    refs: { setFloating, setReference },
    context,
  } = useFloating({ open: isOpen, onOpenChange: setIsOpen });
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useHover(context),
    useDismiss(context),
  ]);
  return (
    <>
      <button ref={setReference} {...getReferenceProps()}>
        Settings
      </button>
      {isOpen && (
        <FloatingFocusManager context={context} modal={false}>
          <div ref={setFloating} data-testid="host" {...getFloatingProps()}>
            {children}
          </div>
        </FloatingFocusManager>
      )}
    </>
  );
}
