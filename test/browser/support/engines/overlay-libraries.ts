/** Those in whose overlays a browser test opens the modal. */
export const OVERLAY_LIBRARIES = [
  '@ariakit/react',
  '@base-ui/react/button',
  '@base-ui/react/dialog',
  '@base-ui/react/menu',
  '@base-ui/react/popover',
  '@chakra-ui/react',
  '@floating-ui/react',
  '@headlessui/react',
  '@mantine/core',
  ...['Box', 'Button', 'ClickAwayListener', 'Dialog', 'Drawer', 'Menu', 'Popover'].map(
    (name) => `@mui/material/${name}`,
  ),
  'antd',
  '@radix-ui/react-dialog',
  'radix-ui',
  'react-aria-components',
  ...['Modal', 'Offcanvas', 'OverlayTrigger', 'Popover'].map((name) => `react-bootstrap/${name}`),
  'react-modal',
  'vaul',
];
