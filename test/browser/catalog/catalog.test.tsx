import { render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import {
  AlloyProvider,
  IntegrationButton,
  IntegrationCatalog,
  type Integration,
  type IntegrationCatalogProps,
} from '../../../src';
import '../../../src/styles.css';
import { createFakeToken } from '../../../src/testing';
import { installed, shopify, slack } from '../../react/support/sandbox-provider';
import { violations } from '../support/violations';

const ALLOY_API = 'https://embedded.runalloy.com';

interface Rendered {
  /** Where Alloy's API is, over HTTP. */
  address: string;
}

async function renderCatalog(
  integrations: readonly Integration[],
  props: IntegrationCatalogProps = {},
): Promise<Rendered> {
  const address = await commands.startSandbox(integrations);
  render(
    <main>
      <h1>Integrations</h1>
      <h2>All</h2>
      <AlloyProvider
        getToken={() => Promise.resolve(createFakeToken())}
        fetch={(input, init) =>
          fetch((input as string).replace(ALLOY_API, address), { ...init, cache: 'default' })
        }
      >
        <IntegrationCatalog {...props} />
        <IntegrationButton integrationId="shopify" detectInstalled labels={{ idle: 'Connect it' }}>
          Alone
        </IntegrationButton>
      </AlloyProvider>
    </main>,
  );
  return { address };
}

function card(name: string): Promise<HTMLElement> {
  return screen.findByRole('article', { name });
}

async function expectNoViolations(): Promise<void> {
  expect(await violations()).toEqual([]);
}

afterEach(async () => {
  await page.viewport(1280, 900);
});

test('a user connects, sees the card turn installed, switches a workflow off and on, and edits', async () => {
  const onSuccess = vi.fn();
  const { address } = await renderCatalog([shopify, slack], { onSuccess });
  const one = within(await card('Shopify'));
  expect(one.queryByText('Installed')).toBeNull();
  await expectNoViolations();

  one.getByRole('button', { name: 'Connect' }).click();
  const frame = await waitFor(() => {
    const found = document.querySelector('iframe');
    if (!found) throw new Error('The modal is not open yet.');
    return found;
  });
  await commands.setInstalled(address, 'shopify');
  await page
    .frameLocator(page.elementLocator(frame))
    .getByRole('button', { name: 'finish', exact: true })
    .click();
  await one.findByText('Installed');
  await waitFor(() =>
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        integrationId: 'shopify',
        installed: true,
        workflows: [
          expect.objectContaining({ installed: true }),
          expect.objectContaining({ installed: true }),
        ],
      }),
    ),
  );
  await waitFor(() => expect(document.querySelector('iframe')).toBeNull());
  // The lone button, which asks the account, knows of it too.
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Connected' })).toHaveLength(2));
  await expectNoViolations();

  const orders = one.getByRole('switch', { name: 'Order sync' });
  expect(orders).toBeChecked();
  orders.click();
  await waitFor(() => expect(orders).not.toBeChecked());
  await waitFor(() => expect(orders).toHaveAttribute('aria-busy', 'false'));
  orders.click();
  await waitFor(() => expect(orders).toHaveAttribute('aria-busy', 'false'));
  expect(orders).toBeChecked();

  one.getByRole('button', { name: 'Connected' }).click();
  // The integration's name, where it is known, is the dialog's.
  await waitFor(() => expect(screen.getByRole('dialog')).toHaveAccessibleName('Shopify'));
  await waitFor(() =>
    expect(new URL(document.querySelector('iframe')?.src ?? '').searchParams.get('operation')).toBe(
      'edit',
    ),
  );
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.querySelector('iframe')).toBeNull());
  expect(one.getByRole('button', { name: 'Manage' })).toBeVisible();
});

test('a switch that Alloy refuses is taken back, and the card says so', async () => {
  const { address } = await renderCatalog([installed(shopify)]);
  const one = within(await card('Shopify'));
  await commands.failNext(address, 400);
  const orders = one.getByRole('switch', { name: 'Order sync' });
  orders.click();
  await one.findByRole('alert');
  expect(orders).toBeChecked();
  await expectNoViolations();
});

test('one with an update says so, and its button opens the modal for the update', async () => {
  await renderCatalog([installed(shopify, { version: 2, updateAvailable: true })]);
  const one = within(await card('Shopify'));
  expect(one.getByText('Update available')).toBeVisible();
  expect(one.queryByText('Installed')).toBeNull();
  await expectNoViolations();
  one.getByRole('button', { name: 'Update' }).click();
  await waitFor(() =>
    expect(new URL(document.querySelector('iframe')?.src ?? '').searchParams.get('operation')).toBe(
      'update',
    ),
  );
  await userEvent.keyboard('{Escape}');
});

test('search finds by any word without accents, says how many, and says when there is none', async () => {
  await renderCatalog([shopify, { ...slack, name: 'Café' }]);
  await card('Shopify');
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search integrations' }), 'CAFE');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  expect(await card('Café')).toBeVisible();
  expect(screen.getByText('1 integration')).toHaveAttribute('role', 'status');
  await userEvent.keyboard('xyz');
  const none = await screen.findByText('No integration matches your search.');
  expect(none).toBeVisible();
  expect(none).toHaveAttribute('role', 'status');
  await expectNoViolations();
});

test('an account without integrations says so', async () => {
  await renderCatalog([]);
  expect(await screen.findByText('There are no integrations yet.')).toBeVisible();
  await expectNoViolations();
});

test('a failure says so, and trying again keeps the focus in the catalog', async () => {
  const address = await commands.startSandbox([shopify]);
  await commands.failNext(address, 400);
  render(
    <AlloyProvider
      getToken={() => Promise.resolve(createFakeToken())}
      fetch={(input, init) => fetch((input as string).replace(ALLOY_API, address), init)}
    >
      <main>
        <IntegrationCatalog data-testid="catalog" />
      </main>
    </AlloyProvider>,
  );
  expect(screen.getByRole('status')).toHaveTextContent('Loading integrations…');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The integrations could not be loaded.');
  within(alert).getByRole('button', { name: 'Try again' }).click();
  expect(screen.getByTestId('catalog')).toHaveFocus();
  await card('Shopify');
});

test('an image that does not load gives way to the first letter', async () => {
  await renderCatalog([{ ...shopify, icon: 'data:image/png,broken' }]);
  await within(await card('Shopify')).findByText('S');
});

test.each([240, 390, 1280])('nothing sticks out of a page %i px wide', async (width) => {
  await page.viewport(width, 900);
  await renderCatalog([
    installed({ ...shopify, name: 'Shopifyshopifyshopifyshopifyshopify' }),
    slack,
  ]);
  await card('Slack');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
