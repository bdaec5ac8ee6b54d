import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { AlloyProvider, IntegrationButton, type AlloyProviderProps } from '../src';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from '../src/testing';
import { PlugIcon } from './PlugIcon';
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
  argTypes: {
    children: { control: 'text' },
    icon: { control: false },
    render: { control: false },
    labels: { control: 'object' },
    options: { control: 'object' },
    installed: { control: 'boolean' },
    detectInstalled: { control: 'boolean' },
    whenInstalled: { control: 'inline-radio', options: ['edit', 'update', 'install', 'nothing'] },
  },
} satisfies Meta<typeof IntegrationButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Not on the docs page, where nobody clicks: it would look like `Idle` there. */
const SHOWN_BY_A_CLICK = { tags: ['!autodocs'] };

/** A story that drives Alloy itself, as a test of the host app would. */
function on(alloy: FakeAlloy, preload?: AlloyProviderProps['preload']): Partial<Story> {
  return {
    parameters: { alloy: 'own' },
    decorators: [
      (Story) => (
        <AlloyTestProvider alloy={alloy} preload={preload}>
          <Story />
        </AlloyTestProvider>
      ),
    ],
  };
}

const button = (): HTMLElement => screen.getByRole('button');

/** Click it: the sandbox's modal opens, and the button follows you through it. */
export const Idle: Story = {
  play: () => expect(button()).toHaveAttribute('data-state', 'idle'),
};

/** Every state at a glance, as plain markup: what a theme has to look good in. The sidebar has a story of each. */
export const AllStates: Story = {
  parameters: { alloy: 'own' },
  render: () => (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
      <Look state="idle" label="Connect" />
      <Look state="loading" label="Opening…" />
      <Look state="open" label="Connecting…" />
      <Look state="success" label="Connected" installed />
      <Look state="error" label="Try again" />
      <Look state="idle" label="Connect" disabled />
    </div>
  ),
};

interface LookProps {
  state: string;
  label: string;
  installed?: boolean;
  disabled?: boolean;
}

function Look({ state, label, installed, disabled }: LookProps): ReactElement {
  return (
    <button
      type="button"
      className="alloy-button"
      data-state={state}
      data-installed={installed}
      disabled={disabled}
    >
      {label}
    </button>
  );
}

/** The token is on its way: it stays focusable and is `aria-busy`. */
export const Loading: Story = {
  ...SHOWN_BY_A_CLICK,
  parameters: { alloy: 'own' },
  decorators: [
    (Story) => (
      <AlloyProvider getToken={() => new Promise(() => undefined)}>
        <Story />
      </AlloyProvider>
    ),
  ],
  play: async () => {
    await userEvent.click(button());
    await expect(button()).toHaveAttribute('aria-busy', 'true');
    await expect(button()).toHaveTextContent('Opening…');
    await expect(button()).toHaveFocus();
  },
};

const openAlloy = createFakeAlloy();

/** The modal is open. */
export const Open: Story = {
  ...SHOWN_BY_A_CLICK,
  ...on(openAlloy),
  play: async () => {
    await userEvent.click(button());
    await waitFor(() => expect(button()).toHaveTextContent('Connecting…'));
    await expect(openAlloy.modal.current?.options.integrationId).toBe(SHOPIFY);
  },
};

const successAlloy = createFakeAlloy();

/** The user went through with it. A screen reader hears "Connected". */
export const Success: Story = {
  ...SHOWN_BY_A_CLICK,
  ...on(successAlloy),
  play: async ({ args }) => {
    await userEvent.click(button());
    await successAlloy.modal.succeed();
    await expect(button()).toHaveTextContent('Connected');
    await expect(screen.getByRole('status')).toHaveTextContent('Connected');
    await expect(args.onSuccess).toHaveBeenCalledWith({ integrationId: SHOPIFY });
  },
};

const dismissedAlloy = createFakeAlloy();

/** The user closed the modal: nothing happened, so the button says so. */
export const Dismissed: Story = {
  ...SHOWN_BY_A_CLICK,
  ...on(dismissedAlloy),
  play: async ({ args }) => {
    await userEvent.click(button());
    await dismissedAlloy.modal.dismiss();
    await expect(button()).toHaveAttribute('data-state', 'dismissed');
    await expect(button()).toHaveTextContent('Connect');
    await expect(args.onDismiss).toHaveBeenCalledTimes(1);
  },
};

const failingAlloy = createFakeAlloy();

/** The host's session is over: the token endpoint answers 401. The next click tries again. */
export const Failed: Story = {
  name: 'Error',
  ...SHOWN_BY_A_CLICK,
  ...on(failingAlloy, 'none'),
  play: async ({ args }) => {
    failingAlloy.token.failNext(401);
    await userEvent.click(button());
    await waitFor(() => expect(button()).toHaveTextContent('Try again'));
    await expect(args.onError).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'token/unauthorized' }),
    );
  },
};

/** Known from the app's own data. A click edits it: see `whenInstalled`. */
export const Installed: Story = {
  args: { installed: true },
  play: () => expect(button()).toHaveTextContent('Connected'),
};

/** Text children stand in place of the idle label; the other states speak by their labels. */
export const WithIcon: Story = {
  args: { children: 'Connect Shopify', icon: <PlugIcon /> },
  play: () => expect(screen.getByRole('button', { name: 'Connect Shopify' })).toBeVisible(),
};

/** A function is given the state, and has the last word on what the button shows. */
export const FunctionAsChildren: Story = {
  args: { children: ({ label, status }) => `${label} (${status})` },
  play: () => expect(button()).toHaveTextContent('Connect (idle)'),
};

/** Labels of one button; `<AlloyProvider labels>` sets them for all. */
export const German: Story = {
  args: {
    labels: {
      idle: 'Verbinden',
      loading: 'Wird geöffnet …',
      open: 'Wird verbunden …',
      success: 'Verbunden',
      error: 'Noch einmal',
    },
  },
  play: () => expect(button()).toHaveTextContent('Verbinden'),
};

/** The host's own colours and shape, by custom properties on any ancestor. */
export const Restyled: Story = {
  decorators: [
    (Story) => (
      <div
        style={
          {
            '--alloy-accent': '#5b3df5',
            '--alloy-accent-hover': '#4a2fd6',
            '--alloy-on-accent': '#ffffff',
            '--alloy-radius': '999px',
          } as React.CSSProperties
        }
      >
        <Story />
      </div>
    ),
  ],
};

/** A design system's own element: it gets the props, the ref and the state. */
export const AnotherElement: Story = {
  args: {
    render: (props, { status }) => (
      <button
        {...props}
        className=""
        style={{ padding: '8px 20px', border: '2px solid currentColor', font: 'inherit' }}
      >
        {status === 'success' ? '✓ Done' : 'Own button'}
      </button>
    ),
  },
  play: () => expect(screen.getByRole('button', { name: 'Own button' })).toBeVisible(),
};
