import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { StatusDemo } from '../examples/hooks/StatusDemo';
import source from '../examples/hooks/StatusDemo.tsx?raw';
import { showSource } from '../kit/show-source';

const meta = {
  title: 'Hooks/useAlloy',
  component: StatusDemo,
  parameters: { layout: 'padded', ...showSource(source) },
} satisfies Meta<typeof StatusDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The state of the provider, and a new token at a click. */
export const Default: Story = {
  play: () => waitFor(() => expect(screen.getByText(/"status": "ready"/)).toBeVisible()),
};
