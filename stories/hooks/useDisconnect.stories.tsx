import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent } from 'storybook/test';
import { AlloyTestProvider, createFakeAlloy } from 'alloy-react/testing';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { lived } from '../catalog/sample-integrations';
import { DisconnectShopify } from '../examples/hooks/DisconnectDemo';
import source from '../examples/hooks/DisconnectDemo.tsx?raw';
import { showSource } from '../kit/show-source';
import { SHOPIFY } from '../sandbox/integrations';

const meta = {
  title: 'Hooks/useDisconnect',
  component: DisconnectShopify,
  args: { integrationId: SHOPIFY },
  parameters: { alloy: 'own', layout: 'padded', ...showSource(source) },
  decorators: [
    (Story) => (
      <CatalogSandbox disconnectUrl="/api/alloy/disconnect">
        <Story />
      </CatalogSandbox>
    ),
  ],
} satisfies Meta<typeof DisconnectShopify>;

export default meta;
type Story = StoryObj<typeof meta>;

/** An account in which Shopify is connected. Disconnect it. */
export const Default: Story = {
  play: () => expect(screen.findByText('Shopify is connected.')).resolves.toBeVisible(),
};

const refusing = createFakeAlloy({ integrations: lived });

/** The endpoint refuses: what was shown as gone is there again. */
export const Refused: Story = {
  tags: ['!dev', '!autodocs'],
  decorators: [
    (Story) => (
      <AlloyTestProvider alloy={refusing} disconnectUrl="/api/alloy/disconnect">
        <Story />
      </AlloyTestProvider>
    ),
  ],
  play: async () => {
    await screen.findByText('Shopify is connected.');
    refusing.disconnect.failNext(500);
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }));
    await expect(await screen.findByText(/disconnect\/http/)).toBeVisible();
    await expect(await screen.findByText('Shopify is connected.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }));
    await expect(await screen.findByText('Shopify is disconnected.')).toBeVisible();
  },
};
