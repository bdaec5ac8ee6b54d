import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { IntegrationButton } from '../src';
import { SHOPIFY } from './sandbox-integrations';

const meta = {
  title: 'Components/IntegrationButton',
  component: IntegrationButton,
  args: {
    integrationId: SHOPIFY,
    onSuccess: fn(),
    onDismiss: fn(),
    onError: fn(),
    onSettled: fn(),
  },
} satisfies Meta<typeof IntegrationButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Click it: the sandbox's modal opens. */
export const Idle: Story = {};
