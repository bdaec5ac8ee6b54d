import { ChakraProvider, defaultSystem, Dialog, Drawer, Popover, Portal } from '@chakra-ui/react';
import type { ReactElement } from 'react';
import type { HostProps } from './overlay';

export function ChakraDialog({ children }: HostProps): ReactElement {
  return (
    <ChakraProvider value={defaultSystem}>
      <Dialog.Root defaultOpen>
        <Portal>
          <Dialog.Backdrop />
          <Dialog.Positioner>
            <Dialog.Content>
              <div data-testid="host">{children}</div>
            </Dialog.Content>
          </Dialog.Positioner>
        </Portal>
      </Dialog.Root>
    </ChakraProvider>
  );
}

export function ChakraDrawer({ children }: HostProps): ReactElement {
  return (
    <ChakraProvider value={defaultSystem}>
      <Drawer.Root defaultOpen>
        <Portal>
          <Drawer.Backdrop />
          <Drawer.Positioner>
            <Drawer.Content>
              <div data-testid="host">{children}</div>
            </Drawer.Content>
          </Drawer.Positioner>
        </Portal>
      </Drawer.Root>
    </ChakraProvider>
  );
}

export function ChakraPopover({ children }: HostProps): ReactElement {
  return (
    <ChakraProvider value={defaultSystem}>
      <Popover.Root defaultOpen>
        <Popover.Trigger>Settings</Popover.Trigger>
        <Portal>
          <Popover.Positioner>
            <Popover.Content>
              <div data-testid="host">{children}</div>
            </Popover.Content>
          </Popover.Positioner>
        </Portal>
      </Popover.Root>
    </ChakraProvider>
  );
}
