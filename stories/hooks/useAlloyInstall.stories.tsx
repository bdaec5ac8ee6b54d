import { AlloyTestProvider, createFakeAlloy } from 'alloy-react/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { InstallDemo } from '../examples/hooks/InstallDemo';
import source from '../examples/hooks/InstallDemo.tsx?raw';
import { showSource } from '../kit/show-source';
import { SHOPIFY } from '../sandbox/integrations';

const meta = {
  title: 'Hooks/useAlloyInstall',
  component: InstallDemo,
  args: { integrationId: SHOPIFY, title: 'Connect your store', onSettled: fn() },
  parameters: { layout: 'padded', ...showSource(source) },
} satisfies Meta<typeof InstallDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Any text and any JSON can go into the options: they arrive in the modal exactly as written. */
export const Default: Story = {};

const alloy = createFakeAlloy();

export const Dismissed: Story = {
  tags: ['!dev', '!autodocs'],
  parameters: { alloy: 'own' },
  decorators: [
    (Story) => (
      <AlloyTestProvider alloy={alloy}>
        <Story />
      </AlloyTestProvider>
    ),
  ],
  play: async ({ args }) => {
    await userEvent.click(screen.getByRole('button', { name: 'Connect Shopify' }));
    await waitFor(() => expect(screen.getByText(/"status": "open"/)).toBeVisible());
    await alloy.modal.dismiss();
    await expect(screen.getByText(/"status": "dismissed"/)).toBeVisible();
    await expect(args.onSettled).toHaveBeenCalledWith({ status: 'dismissed' });
  },
};
