import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { WorkflowsDemo } from '../examples/hooks/WorkflowsDemo';
import source from '../examples/hooks/WorkflowsDemo.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Hooks/useWorkflows',
  parameters: { alloy: 'own', layout: 'padded', ...showSource(source) },
  render: () => <WorkflowsDemo />,
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
    await expect(await screen.findByText('Order sync: on')).toBeVisible();
  },
};
