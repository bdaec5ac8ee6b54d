import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { IntegrationsDemo } from '../examples/hooks/IntegrationsDemo';
import source from '../examples/hooks/IntegrationsDemo.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Hooks/useIntegrations',
  parameters: { alloy: 'own', layout: 'padded', ...showSource(source) },
  render: () => <IntegrationsDemo />,
  decorators: [
    (Story) => (
      <CatalogSandbox>
        <Story />
      </CatalogSandbox>
    ),
  ],
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async () => {
    await expect(await screen.findByText('Shopify: installed')).toBeVisible();
  },
};
