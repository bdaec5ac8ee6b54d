import { Suspense } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { ConnectedNames } from '../examples/hooks/SuspenseDemo';
import source from '../examples/hooks/SuspenseDemo.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Hooks/useSuspenseIntegrations',
  parameters: { alloy: 'own', layout: 'padded', ...showSource(source) },
  render: () => (
    <Suspense fallback={<p role="status">Loading…</p>}>
      <ConnectedNames />
    </Suspense>
  ),
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
    await expect(await screen.findByText('Connected: Shopify, Salesforce')).toBeVisible();
  },
};
