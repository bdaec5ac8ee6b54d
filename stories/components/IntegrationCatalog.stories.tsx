import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentProps } from 'react';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { IntegrationCatalog } from 'alloy-react';
import catalogSource from '../examples/catalog/Catalog.tsx?raw';
import disconnectSource from '../examples/catalog/Disconnect.tsx?raw';
import filteredSource from '../examples/catalog/Filtered.tsx?raw';
import sidePanelSource from '../examples/catalog/SidePanel.tsx?raw';
import { showSource } from '../kit/show-source';
import { CatalogSandbox } from '../catalog/CatalogSandbox';
import { fresh, many } from '../catalog/sample-integrations';
import { arabic, german } from '../catalog/translations';

const meta = {
  title: 'Components/IntegrationCatalog',
  component: IntegrationCatalog,
  parameters: { alloy: 'own', layout: 'fullscreen', ...showSource(catalogSource) },
  args: { onSuccess: fn() },
  argTypes: {
    filter: { control: false },
    renderItem: { control: false },
    searchable: { control: 'boolean' },
    options: { control: 'object' },
    labels: { control: 'object' },
  },
  decorators: [inSandbox({})],
} satisfies Meta<typeof IntegrationCatalog>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Each story has an account of its own. The innermost of these counts. */
function inSandbox(props: Omit<ComponentProps<typeof CatalogSandbox>, 'children'>): Decorator {
  return (Story) => (
    <CatalogSandbox {...props}>
      <Story />
    </CatalogSandbox>
  );
}

function card(name: string): Promise<HTMLElement> {
  return screen.findByRole('article', { name });
}

async function modal(): Promise<HTMLElement> {
  return waitFor(() => {
    const page = document.querySelector('iframe')?.contentDocument;
    if (!page?.querySelector('[data-action]')) throw new Error('The modal is not open yet.');
    return page.body;
  });
}

/** A page in the middle of its life: connected ones with their switches, an update, icons missing and failing. */
export const Default: Story = {
  play: async () => {
    await expect(within(await card('Shopify')).getByText('Installed')).toBeVisible();
    await expect(within(await card('QuickBooks')).getByText('Q')).toBeVisible();
    // A browser takes its time to find out that an image is broken.
    await waitFor(async () => expect(within(await card('Klaviyo')).getByText('K')).toBeVisible(), {
      timeout: 10_000,
    });
  },
};

/** From the first install to the first change of mind. */
export const InstallSwitchAndEdit: Story = {
  tags: ['!dev', '!autodocs'],
  decorators: [inSandbox({ integrations: fresh })],
  play: async ({ args, step }) => {
    const shopify = within(await card('Shopify'));
    await step('connect Shopify', async () => {
      await expect(shopify.queryByRole('switch')).toBeNull();
      await userEvent.click(shopify.getByRole('button', { name: 'Connect' }));
      within(await modal())
        .getByRole('button', { name: 'Connect Shopify' })
        .click();
    });
    await step('its card turns installed', async () => {
      await expect(await shopify.findByText('Installed')).toBeVisible();
      await expect(shopify.getByRole('button', { name: 'Connected' })).toBeVisible();
      await expect(args.onSuccess).toHaveBeenCalledWith(
        expect.objectContaining({ name: 'Shopify' }),
      );
      await waitFor(() => expect(document.querySelector('iframe')).toBeNull(), { timeout: 5000 });
    });
    await step('switch a workflow off and on again', async () => {
      const orders = await shopify.findByRole('switch', { name: 'Order sync' });
      await expect(orders).toBeChecked();
      await userEvent.click(orders);
      await waitFor(() => expect(orders).not.toBeChecked());
      await userEvent.click(orders);
      await waitFor(() => expect(orders).toBeChecked());
    });
    await step('open it for editing, and think better of it', async () => {
      await userEvent.click(shopify.getByRole('button', { name: 'Connected' }));
      const page = within(await modal());
      await expect(page.getByRole('heading', { name: 'Edit Shopify' })).toBeVisible();
      page.getByRole('button', { name: 'Not now' }).click();
      const button = await shopify.findByRole('button', { name: 'Manage' });
      await waitFor(() => expect(button).toHaveAttribute('data-state', 'dismissed'));
    });
  },
};

/** With a `disconnectUrl` on the provider, a card asks before it disconnects. */
export const Disconnect: Story = {
  parameters: showSource(disconnectSource),
  args: { filter: ({ name }) => name === 'Shopify' },
  decorators: [inSandbox({ disconnectUrl: '/api/alloy/disconnect' })],
  play: async () => {
    const shopify = within(await card('Shopify'));
    await userEvent.click(shopify.getByRole('button', { name: 'Disconnect' }));
    const question = within(shopify.getByRole('group', { name: 'Disconnect Shopify?' }));
    await expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  },
};

/** To the end. */
export const Disconnected: Story = {
  ...Disconnect,
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await Disconnect.play?.(context);
    const shopify = within(await card('Shopify'));
    const question = within(shopify.getByRole('group', { name: 'Disconnect Shopify?' }));
    await userEvent.click(question.getByRole('button', { name: 'Disconnect' }));
    await expect(await screen.findByText('Shopify is disconnected.')).toBeInTheDocument();
    await expect(await shopify.findByRole('button', { name: 'Connect' })).toHaveFocus();
  },
};

/** A newer version is out: the card says so, and its button opens the modal for the update. */
export const UpdateAvailable: Story = {
  parameters: showSource(filteredSource),
  args: { filter: ({ name }) => name === 'Salesforce' },
  play: async () => {
    const salesforce = within(await card('Salesforce'));
    await expect(salesforce.getByText('Update available')).toBeVisible();
    await userEvent.click(salesforce.getByRole('button', { name: 'Update' }));
    const page = within(await modal());
    await expect(page.getByRole('heading', { name: 'Update Salesforce' })).toBeVisible();
    page.getByRole('button', { name: 'Not now' }).click();
  },
};

/** All words of the search count, in any order; case and accents do not. */
export const Search: Story = {
  tags: ['!dev', '!autodocs'],
  play: async () => {
    await card('Shopify');
    await userEvent.type(screen.getByRole('searchbox'), 'sync ÓRDER');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
    await expect(screen.getByText('1 integration')).toBeInTheDocument();
  },
};

/** Nothing matches. */
export const NoMatch: Story = {
  tags: ['!dev', '!autodocs'],
  play: async () => {
    await card('Shopify');
    await userEvent.type(screen.getByRole('searchbox'), 'fax machine');
    await expect(await screen.findByText('No integration matches your search.')).toBeVisible();
  },
};

/** The first answer is on its way. */
export const Loading: Story = {
  decorators: [inSandbox({ api: 'pending' })],
  play: async () => {
    await expect(screen.getByRole('status')).toHaveTextContent('Loading integrations…');
  },
};

/** The account has no integrations. */
export const Empty: Story = {
  decorators: [inSandbox({ integrations: [] })],
  play: async () => {
    await expect(await screen.findByText('There are no integrations yet.')).toBeVisible();
    await expect(screen.queryByRole('searchbox')).toBeNull();
  },
};

/** Alloy's API refused. */
export const Failed: Story = {
  decorators: [inSandbox({ api: 'failing once' })],
  play: async () => {
    await expect(await screen.findByRole('alert')).toHaveTextContent(
      'The integrations could not be loaded.',
    );
  },
};

/** "Try again" asks once more. */
export const TriedAgain: Story = {
  tags: ['!dev', '!autodocs'],
  decorators: [inSandbox({ api: 'failing once' })],
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await card('Shopify');
    await expect(screen.queryByRole('alert')).toBeNull();
  },
};

/** Alloy refused a switch: it is taken back, and the card says so. */
export const SwitchRefused: Story = {
  tags: ['!dev', '!autodocs'],
  decorators: [inSandbox({ api: 'refusing switches' })],
  play: async () => {
    const shopify = within(await card('Shopify'));
    const orders = shopify.getByRole('switch', { name: 'Order sync' });
    await userEvent.click(orders);
    await expect(await shopify.findByRole('alert')).toHaveTextContent('That did not work.');
    await expect(orders).toBeChecked();
  },
};

/** In a side panel of 240 px. */
export const SidePanel: Story = {
  parameters: showSource(sidePanelSource),
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 240 }}>
        <Story />
      </div>
    ),
  ],
};

/** Every word in German. */
export const German: Story = {
  decorators: [
    (Story) => (
      <div lang="de">
        <Story />
      </div>
    ),
    inSandbox(german),
  ],
  play: async () => {
    await expect(within(await card('Shopify')).getByText('Installiert')).toBeVisible();
    await expect(screen.getByRole('switch', { name: 'Bestellungen abgleichen' })).toBeVisible();
  },
};

/** Every word in Arabic, from right to left. */
export const RightToLeft: Story = {
  decorators: [
    (Story) => (
      <div lang="ar" dir="rtl">
        <Story />
      </div>
    ),
    inSandbox(arabic),
  ],
  play: async () => {
    await expect(within(await card('Shopify')).getByText('مثبَّت')).toBeVisible();
  },
};

/** In the dark, on whatever `color-scheme` the host has. */
export const Dark: Story = { globals: { theme: 'dark' } };

/**
 * Five hundred: only what is in view is drawn, and all of it is there for find-in-page and screen readers.
 * A browser test holds its speed.
 */
export const Many: Story = {
  tags: ['!test', '!autodocs'],
  decorators: [inSandbox({ integrations: many })],
};
