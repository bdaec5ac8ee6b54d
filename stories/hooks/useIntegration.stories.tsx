import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { IntegrationDemo } from '../examples/hooks/IntegrationDemo';
import source from '../examples/hooks/IntegrationDemo.tsx?raw';
import { showSource } from '../kit/show-source';
import { SHOPIFY } from '../sandbox/integrations';

const meta = {
  title: 'Hooks/useIntegration',
  parameters: { alloy: 'own', layout: 'padded', ...showSource(source) },
  render: () => <IntegrationDemo integrationId={SHOPIFY} />,
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
    await expect(await screen.findByText(/Shopify has 2 workflows/)).toBeVisible();
  },
};
