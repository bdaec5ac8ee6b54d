import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from 'alloy-react/testing';
import { AuthenticateDemo } from '../examples/hooks/AuthenticateDemo';
import source from '../examples/hooks/AuthenticateDemo.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Hooks/useAlloyAuthenticate',
  component: AuthenticateDemo,
  args: { app: 'shopify', onSettled: fn(), onSuccess: fn() },
  parameters: { layout: 'padded', ...showSource(source) },
} satisfies Meta<typeof AuthenticateDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Click it: connect, fail or close in the sandbox's modal. */
export const Default: Story = {};

/** Any app of a category: the user chooses which. */
export const ByCategory: Story = { args: { app: undefined, category: 'commerce' } };

function on(alloy: FakeAlloy): Partial<Story> {
  return {
    parameters: { alloy: 'own' },
    decorators: [
      (Story) => (
        <AlloyTestProvider alloy={alloy}>
          <Story />
        </AlloyTestProvider>
      ),
    ],
  };
}

async function open(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Connect account' }));
  await waitFor(() => expect(screen.getByText(/"status": "open"/)).toBeVisible());
}

const connecting = createFakeAlloy();

export const Connected: Story = {
  tags: ['!dev', '!autodocs'],
  ...on(connecting),
  play: async ({ args }) => {
    await open();
    await connecting.modal.succeed({ connectionId: 'connection-1', credentialId: 'credential-1' });
    await expect(screen.getByText(/"connectionId": "connection-1"/)).toBeVisible();
    await expect(args.onSuccess).toHaveBeenCalledWith({
      connectionId: 'connection-1',
      credentialId: 'credential-1',
    });
  },
};

const dismissing = createFakeAlloy();

export const Dismissed: Story = {
  tags: ['!dev', '!autodocs'],
  ...on(dismissing),
  play: async ({ args }) => {
    await open();
    await dismissing.modal.dismiss();
    await expect(screen.getByText(/"status": "dismissed"/)).toBeVisible();
    await expect(args.onSettled).toHaveBeenCalledWith({ status: 'dismissed' });
  },
};

/** Neither app, category nor integrationId: a mistake of the developer, told without opening anything. */
export const NothingNamed: Story = {
  tags: ['!dev', '!autodocs'],
  args: { app: undefined },
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Connect account' }));
    await waitFor(() => expect(screen.getByText(/install\/invalid-options/)).toBeVisible());
  },
};
