import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { StatusDemo } from './StatusDemo';

const meta = {
  title: 'Hooks/useAlloy',
  component: StatusDemo,
  parameters: {
    layout: 'padded',
    docs: {
      description: {
        component: `
The state of the provider: whether token and SDK are here, and the token itself for calls of your own.

\`\`\`tsx
const { status, error, refresh, getToken } = useAlloy();

if (error?.code === 'token/unauthorized') return <SignInAgain />;
\`\`\`

- \`status\`: \`idle\` (nothing asked for yet), \`loading\`, \`ready\` (a fresh token and the SDK are here), \`error\`.
- A token that is replaced re-renders nobody: the result stays the same object until status or error change.
- \`refresh()\` fetches a new token now; concurrent calls share one request.
- \`getToken()\` gives a JWT with enough life left to be used now.
`,
      },
    },
  },
} satisfies Meta<typeof StatusDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: () => waitFor(() => expect(screen.getByText(/"status": "ready"/)).toBeVisible()),
};
