import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { WorkflowSwitch } from '../examples/hooks/WorkflowSwitch';
import source from '../examples/hooks/WorkflowSwitch.tsx?raw';
import { showSource } from '../kit/show-source';
import { IntegrationsDemo } from '../examples/hooks/IntegrationsDemo';

const meta = {
  title: 'Hooks/useWorkflowActivation',
  parameters: { alloy: 'own', layout: 'padded', ...showSource(source) },
  render: () => (
    <>
      <IntegrationsDemo />
      <WorkflowSwitch workflowId="66326849cc9cdb107221f342" name="Order sync" />
    </>
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
    await expect(
      await screen.findByRole('switch', { name: 'Order sync', checked: true }),
    ).toBeVisible();
  },
};
