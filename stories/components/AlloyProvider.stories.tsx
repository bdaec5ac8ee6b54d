import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { Integrations } from '../examples/Provider';
import source from '../examples/Provider.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Components/AlloyProvider',
  parameters: showSource(source),
  render: () => <Integrations />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** A button and the state of its provider. */
export const Default: Story = {
  play: () => waitFor(() => expect(screen.getByText('The provider is ready.')).toBeVisible()),
};
