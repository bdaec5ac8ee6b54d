import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { AlloyProvider, IntegrationButton, type AlloyProviderProps } from 'alloy-react';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from 'alloy-react/testing';
import { AllStates as EveryState } from '../examples/button/AllStates';
import allStatesSource from '../examples/button/AllStates.tsx?raw';
import { ConnectWithOwnButton } from '../examples/button/AnotherElement';
import anotherElementSource from '../examples/button/AnotherElement.tsx?raw';
import connectShopifySource from '../examples/button/ConnectShopify.tsx?raw';
import { ConnectWithStatus } from '../examples/button/FunctionAsChildren';
import functionAsChildrenSource from '../examples/button/FunctionAsChildren.tsx?raw';
import { ConnectInGerman } from '../examples/button/German';
import germanSource from '../examples/button/German.tsx?raw';
import installedSource from '../examples/button/Installed.tsx?raw';
import { ConnectInBrand } from '../examples/button/Restyled';
import restyledSource from '../examples/button/Restyled.tsx?raw';
import { ConnectWithIcon } from '../examples/button/WithIcon';
import withIconSource from '../examples/button/WithIcon.tsx?raw';
import { showSource } from '../kit/show-source';
import { SHOPIFY } from '../sandbox/integrations';

const meta = {
  title: 'Components/IntegrationButton',
  component: IntegrationButton,
  parameters: showSource(connectShopifySource),
  args: {
    integrationId: SHOPIFY,
    onSuccess: fn(),
    onDismiss: fn(),
    onError: fn(),
    onSettled: fn(),
  },
  argTypes: {
    children: { control: 'text' },
    icon: { control: false },
    render: { control: false },
    labels: { control: 'object' },
    options: { control: 'object' },
    installed: { control: 'boolean' },
    detectInstalled: { control: 'boolean' },
    whenInstalled: { control: 'inline-radio', options: ['edit', 'update', 'install', 'nothing'] },
  },
} satisfies Meta<typeof IntegrationButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A story that drives Alloy itself, as a test of the host app would. */
function on(alloy: FakeAlloy, preload?: AlloyProviderProps['preload']): Partial<Story> {
  return {
    parameters: { alloy: 'own' },
    decorators: [
      (Story) => (
        <AlloyTestProvider alloy={alloy} preload={preload}>
          <Story />
        </AlloyTestProvider>
      ),
    ],
  };
}

const button = (): HTMLElement => screen.getByRole('button');

/** Click it: the sandbox's modal opens, and the button follows you through it. */
export const Idle: Story = {
  play: () => expect(button()).toHaveAttribute('data-state', 'idle'),
};

/** Every state at a glance, as plain markup: what a theme has to look good in. The sidebar has a story of each. */
export const AllStates: Story = {
  parameters: { alloy: 'own', ...showSource(allStatesSource) },
  render: () => <EveryState />,
};

/** The token is on its way: it stays focusable and is `aria-busy`. */
export const Loading: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { alloy: 'own' },
  decorators: [
    (Story) => (
      <AlloyProvider getToken={() => new Promise(() => undefined)}>
        <Story />
      </AlloyProvider>
    ),
  ],
  play: async () => {
    await userEvent.click(button());
    await expect(button()).toHaveAttribute('aria-busy', 'true');
    await expect(button()).toHaveTextContent('Opening…');
    await expect(button()).toHaveFocus();
  },
};

const openAlloy = createFakeAlloy();

/** The modal is open. */
export const Open: Story = {
  tags: ['!dev', '!autodocs'],
  ...on(openAlloy),
  play: async () => {
    await userEvent.click(button());
    await waitFor(() => expect(button()).toHaveTextContent('Connecting…'));
    await expect(openAlloy.modal.current?.options.integrationId).toBe(SHOPIFY);
  },
};

const successAlloy = createFakeAlloy();

/** The user went through with it. A screen reader hears "Connected". */
export const Success: Story = {
  tags: ['!dev', '!autodocs'],
  ...on(successAlloy),
  play: async ({ args }) => {
    await userEvent.click(button());
    await successAlloy.modal.succeed();
    await expect(button()).toHaveTextContent('Connected');
    await expect(screen.getByRole('status')).toHaveTextContent('Connected');
    await expect(args.onSuccess).toHaveBeenCalledWith({ integrationId: SHOPIFY });
  },
};

const dismissedAlloy = createFakeAlloy();

/** The user closed the modal: nothing happened, so the button says so. */
export const Dismissed: Story = {
  tags: ['!dev', '!autodocs'],
  ...on(dismissedAlloy),
  play: async ({ args }) => {
    await userEvent.click(button());
    await dismissedAlloy.modal.dismiss();
    await expect(button()).toHaveAttribute('data-state', 'dismissed');
    await expect(button()).toHaveTextContent('Connect');
    await expect(args.onDismiss).toHaveBeenCalledTimes(1);
  },
};

const failingAlloy = createFakeAlloy();

/** The host's session is over: the token endpoint answers 401. The next click tries again. */
export const Failed: Story = {
  name: 'Error',
  tags: ['!dev', '!autodocs'],
  ...on(failingAlloy, 'none'),
  play: async ({ args }) => {
    failingAlloy.token.failNext(401);
    await userEvent.click(button());
    await waitFor(() => expect(button()).toHaveTextContent('Try again'));
    await expect(args.onError).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'token/unauthorized' }),
    );
  },
};

/** Known from the app's own data. A click edits it: see `whenInstalled`. */
export const Installed: Story = {
  parameters: showSource(installedSource),
  args: { installed: true },
  play: () => expect(button()).toHaveTextContent('Connected'),
};

/** Text children stand in place of the idle label; the other states speak by their labels. */
export const WithIcon: Story = {
  parameters: showSource(withIconSource),
  render: () => <ConnectWithIcon />,
  play: () => expect(screen.getByRole('button', { name: 'Connect Shopify' })).toBeVisible(),
};

/** A function is given the state, and has the last word on what the button shows. */
export const FunctionAsChildren: Story = {
  parameters: showSource(functionAsChildrenSource),
  render: () => <ConnectWithStatus />,
  play: () => expect(button()).toHaveTextContent('Connect (idle)'),
};

/** Labels of one button; `<AlloyProvider labels>` sets them for all. */
export const German: Story = {
  parameters: showSource(germanSource),
  render: () => <ConnectInGerman />,
  play: () => expect(button()).toHaveTextContent('Verbinden'),
};

/** The host's own colours and shape, by custom properties on any ancestor. */
export const Restyled: Story = {
  parameters: showSource(restyledSource),
  render: () => <ConnectInBrand />,
};

/** A design system's own element: it gets the props, the ref and the state. */
export const AnotherElement: Story = {
  parameters: showSource(anotherElementSource),
  render: () => <ConnectWithOwnButton />,
  play: () => expect(screen.getByRole('button', { name: 'Own button' })).toBeVisible(),
};
