import * as Ariakit from '@ariakit/react';
import type { ReactElement } from 'react';
import type { HostProps } from './overlay';

export function AriakitDialog({ children }: HostProps): ReactElement {
  const dialog = Ariakit.useDialogStore({ defaultOpen: true });
  return (
    <Ariakit.Dialog
      store={dialog}
      aria-label="Settings"
      style={{ position: 'fixed', inset: 80, zIndex: 50 }}
    >
      <div data-testid="host">{children}</div>
    </Ariakit.Dialog>
  );
}

export function AriakitPopover({ children }: HostProps): ReactElement {
  return (
    <Ariakit.PopoverProvider defaultOpen>
      <Ariakit.PopoverDisclosure>Settings</Ariakit.PopoverDisclosure>
      <Ariakit.Popover aria-label="Settings">
        <div data-testid="host">{children}</div>
      </Ariakit.Popover>
    </Ariakit.PopoverProvider>
  );
}

export function AriakitHovercard({ children }: HostProps): ReactElement {
  return (
    <Ariakit.HovercardProvider defaultOpen timeout={0}>
      <Ariakit.HovercardAnchor>Settings</Ariakit.HovercardAnchor>
      <Ariakit.Hovercard aria-label="Settings">
        <div data-testid="host">{children}</div>
      </Ariakit.Hovercard>
    </Ariakit.HovercardProvider>
  );
}
