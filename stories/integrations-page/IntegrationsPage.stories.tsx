import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { ReadyMade as ReadyMadePage } from '../examples/page/ReadyMade';
import readyMadeSource from '../examples/page/ReadyMade.tsx?raw';
import { Restyled as RestyledPage } from '../examples/page/Restyled';
import restyledSource from '../examples/page/Restyled.tsx?raw';
import { WithMui } from '../examples/page/WithMui';
import withMuiSource from '../examples/page/WithMui.tsx?raw';
import { WithShadcn } from '../examples/page/WithShadcn';
import withShadcnSource from '../examples/page/WithShadcn.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Guides/Integrations page',
  tags: ['!autodocs'],
  parameters: { alloy: 'own', layout: 'fullscreen' },
  decorators: [
    (Story) => (
      <CatalogSandbox>
        <Story />
      </CatalogSandbox>
    ),
  ],
  play: async () => {
    await expect(await screen.findByText('Shopify')).toBeVisible();
    await expect(await screen.findByRole('switch', { name: 'Order sync' })).toBeChecked();
  },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** One line. */
export const ReadyMade: Story = {
  parameters: showSource(readyMadeSource),
  render: () => <ReadyMadePage />,
};

/** Custom properties. */
export const Restyled: Story = {
  parameters: showSource(restyledSource),
  render: () => <RestyledPage />,
};

/** The hooks, and MUI's components. */
export const Mui: Story = { parameters: showSource(withMuiSource), render: () => <WithMui /> };

/** The catalog's search and states around cards of your own, as shadcn/ui marks them up. */
export const Shadcn: Story = {
  parameters: showSource(withShadcnSource),
  render: () => <WithShadcn />,
};
