import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { Playground } from './Playground';

const meta = {
  title: 'Playground',
  component: Playground,
  tags: ['!autodocs'],
  parameters: { alloy: 'own', layout: 'padded' },
} satisfies Meta<typeof Playground>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The whole flow, to click through: no account and no network are needed. */
export const Default: Story = {};

/** The same, clicked through by a test. */
export const ClickedThrough: Story = {
  tags: ['!dev'],
  play: async ({ step }) => {
    await step('token and SDK are fetched side by side', () =>
      waitFor(() => expect(screen.getByText('ready')).toBeVisible()),
    );
    await step('a click opens the modal', async () => {
      await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
      await waitFor(() => expect(within(modalPage()).getByRole('heading')).toBeVisible());
    });
    await step('the user connects', async () => {
      within(modalPage()).getByRole('button', { name: 'Connect Shopify' }).click();
      await waitFor(() => expect(screen.getByRole('button', { name: 'Connected' })).toBeVisible());
      await expect(screen.getByText(/^modal\.settled success/)).toBeVisible();
    });
  },
};

function modalPage(): HTMLElement {
  const page = document.querySelector('iframe')?.contentDocument;
  if (!page) throw new Error('The modal is not open yet.');
  return page.body;
}
