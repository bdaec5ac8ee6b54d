import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { AlloyTestProvider, createFakeAlloy } from '../../src/testing';
import { SHOPIFY } from '../sandbox-integrations';
import { InstallDemo } from './InstallDemo';

const meta = {
  title: 'Hooks/useAlloyInstall',
  component: InstallDemo,
  args: { integrationId: SHOPIFY, title: 'Connect your store', onSettled: fn() },
  parameters: {
    layout: 'padded',
    docs: {
      description: {
        component: `
Opens Alloy's modal to install an integration, and tells how it ended: for a button, a menu item or a wizard of your own.

\`\`\`tsx
const { install, status, error, isLoading } = useAlloyInstall({
  integrationId: '66326843cc9cdb107221f222',
  onSuccess: ({ integrationId }) => markAsConnected(integrationId),
});

<button onClick={install} disabled={isLoading}>Connect Shopify</button>
\`\`\`

- **\`install()\` never rejects.** It gives a promise of the outcome: \`{ status: 'success', result }\`, \`{ status: 'dismissed' }\` or
  \`{ status: 'error', error }\`. It can stand in an \`onClick\` as it is.
- **Exactly one end, exactly once,** whatever Alloy's SDK calls back and how often.
- **The newest callbacks are called**; none needs \`useCallback\`.
- \`status\` goes \`idle > loading > open > success | dismissed | error\`; \`isLoading\`, \`isOpen\`, \`isSuccess\` and \`isError\` say the same.
- \`close()\` takes the modal away, \`reset()\` goes back to \`idle\`, \`preload()\` fetches token and SDK ahead of the click.
- A second call while it loads or is open gives the same promise; while another hook's modal is, it ends in \`modal/busy\`.
`,
      },
    },
  },
} satisfies Meta<typeof InstallDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Any text and any JSON can go into the options: they arrive in the modal exactly as written. */
export const Default: Story = {};

const alloy = createFakeAlloy();

export const Dismissed: Story = {
  parameters: { alloy: 'own' },
  decorators: [
    (Story) => (
      <AlloyTestProvider alloy={alloy}>
        <Story />
      </AlloyTestProvider>
    ),
  ],
  play: async ({ args }) => {
    await userEvent.click(screen.getByRole('button', { name: 'Connect Shopify' }));
    await waitFor(() => expect(screen.getByText(/"status": "open"/)).toBeVisible());
    await alloy.modal.dismiss();
    await expect(screen.getByText(/"status": "dismissed"/)).toBeVisible();
    await expect(args.onSettled).toHaveBeenCalledWith({ status: 'dismissed' });
  },
};
