import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectionButton } from 'alloy-react';
import { AlloyTestProvider, createFakeAlloy } from 'alloy-react/testing';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { ConnectAccount } from '../examples/button/ConnectAccount';
import connectAccountSource from '../examples/button/ConnectAccount.tsx?raw';
import { AccountRow } from '../examples/button/ConnectedAccount';
import connectedAccountSource from '../examples/button/ConnectedAccount.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Components/ConnectionButton',
  component: ConnectionButton,
  parameters: showSource(connectAccountSource),
  args: { app: 'shopify', onSuccess: fn(), onDismiss: fn(), onError: fn(), onSettled: fn() },
  argTypes: {
    children: { control: 'text' },
    icon: { control: false },
    render: { control: false },
    labels: { control: 'object' },
    connected: { control: 'boolean' },
    whenConnected: { control: 'inline-radio', options: ['authenticate', 'nothing'] },
  },
} satisfies Meta<typeof ConnectionButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Click it, and connect, fail or close in the sandbox's modal. */
export const Default: Story = {
  render: () => <ConnectAccount app="shopify" />,
};

/** What is connected is known from the app's own data. */
export const Connected: Story = {
  parameters: showSource(connectedAccountSource),
  render: () => <AccountRow connectionId="connection-1" />,
  play: () => expect(screen.getByRole('button', { name: 'Shop connected' })).toBeVisible(),
};

const connecting = createFakeAlloy();

/** From the click to the connection's id. */
export const Succeeds: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { alloy: 'own' },
  decorators: [
    (Story) => (
      <AlloyTestProvider alloy={connecting}>
        <Story />
      </AlloyTestProvider>
    ),
  ],
  play: async ({ args }) => {
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await connecting.modal.succeed({ connectionId: 'connection-1', credentialId: 'credential-1' });
    await expect(await screen.findByRole('button', { name: 'Connected' })).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledWith({
      connectionId: 'connection-1',
      credentialId: 'credential-1',
    });
  },
};
