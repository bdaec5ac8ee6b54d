import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen } from 'storybook/test';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { ReadyMade as ReadyMadePage } from './ReadyMade';
import { Restyled as RestyledPage } from './Restyled';
import { WithMui } from './WithMui';
import { WithShadcn } from './WithShadcn';

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
export const ReadyMade: Story = { render: () => <ReadyMadePage /> };

/** Custom properties. */
export const Restyled: Story = { render: () => <RestyledPage /> };

/** The hooks, and MUI's components. */
export const Mui: Story = { render: () => <WithMui /> };

/** The catalog's search and states around cards of your own, as shadcn/ui marks them up. */
export const Shadcn: Story = { render: () => <WithShadcn /> };
