import { type queries, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { IntegrationCatalog, type IntegrationCatalogProps } from '../../../src';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from '../../../src/testing';
import { de } from '../../../src/locales/de';
import { installed, shopify, slack } from '../support/sandbox-provider';

function renderCatalog(
  props: IntegrationCatalogProps = {},
  disconnectUrl: string | undefined = '/api/alloy/disconnect',
  prepare: (alloy: FakeAlloy) => void = () => undefined,
): FakeAlloy {
  const alloy = createFakeAlloy({ integrations: [installed(shopify), slack] });
  prepare(alloy);
  render(
    <AlloyTestProvider alloy={alloy} disconnectUrl={disconnectUrl}>
      <IntegrationCatalog {...props} />
    </AlloyTestProvider>,
  );
  return alloy;
}

type Part = ReturnType<typeof within<typeof queries>>;

async function card(name = 'Shopify'): Promise<Part> {
  return within(await screen.findByRole('article', { name }));
}

async function ask(): Promise<Part> {
  const shop = await card();
  await userEvent.click(shop.getByRole('button', { name: 'Disconnect' }));
  return within(shop.getByRole('group', { name: 'Disconnect Shopify?' }));
}

test('only what is installed can be disconnected, and only where the provider has a disconnectUrl', async () => {
  renderCatalog();
  expect((await card()).getByRole('button', { name: 'Disconnect' })).toHaveAccessibleDescription(
    'Shopify',
  );
  expect((await card('Slack')).queryByRole('button', { name: 'Disconnect' })).toBeNull();
});

test('without a disconnectUrl nothing offers it', async () => {
  renderCatalog({}, '');
  expect((await card()).queryByRole('button', { name: 'Disconnect' })).toBeNull();
});

test('a question says what will happen and has the focus; Cancel and Escape give it back', async () => {
  const onKey = vi.fn();
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('keyup', onKey, true);
  const alloy = renderCatalog();
  for (const leave of ['Cancel', '{Escape}']) {
    const question = await ask();
    const cancel = question.getByRole('button', { name: 'Cancel' });
    expect(cancel).toHaveFocus();
    expect((await card()).getByRole('group')).toHaveAccessibleDescription(
      'Its workflows stop and are taken away, with their settings. You can connect Shopify again at any time.',
    );
    onKey.mockClear();
    if (leave === 'Cancel') await userEvent.click(cancel);
    else await userEvent.keyboard(leave);
    expect((await card()).queryByRole('group')).toBeNull();
    expect((await card()).getByRole('button', { name: 'Disconnect' })).toHaveFocus();
    if (leave !== 'Cancel') expect(onKey).not.toHaveBeenCalled();
  }
  await userEvent.keyboard('{Escape}');
  expect(onKey).toHaveBeenCalledTimes(2);
  expect(alloy.disconnect.requests).toBe(0);
  document.removeEventListener('keydown', onKey, true);
  document.removeEventListener('keyup', onKey, true);
});

test('Disconnect takes it away: the button of the card has the focus and says so, then a status', async () => {
  const alloy = renderCatalog();
  const question = await ask();
  await userEvent.click(question.getByRole('button', { name: 'Disconnect' }));
  const shop = await card();
  await shop.findByRole('button', { name: 'Connect' });
  expect(shop.getByRole('button', { name: 'Connect' })).toHaveFocus();
  await screen.findByText('Shopify is disconnected.');
  expect(shop.queryByText('Installed')).toBeNull();
  expect(shop.queryAllByRole('switch')).toEqual([]);
  expect(alloy.disconnect.requests).toBe(1);
});

test('while it is under way the button says so and opens nothing, and the card stays whatever the filter', async () => {
  const onSuccess = vi.fn();
  let letGo = (): void => undefined;
  const alloy = renderCatalog(
    { filter: (one) => one.installed, onSuccess },
    '/api/alloy/disconnect',
    ({ providerProps }) => {
      const { fetch = globalThis.fetch } = providerProps;
      providerProps.fetch = async (input, init) => {
        if (init?.method === 'POST') await new Promise<void>((resolve) => (letGo = resolve));
        return fetch(input, init);
      };
    },
  );
  await card();
  const question = await ask();
  await userEvent.click(question.getByRole('button', { name: 'Disconnect' }));
  const busy = (await card()).getByRole('button', { name: 'Disconnecting…' });
  expect(busy).toHaveFocus();
  await userEvent.click(busy);
  expect(alloy.modal.current).toBeNull();
  letGo();
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  // The button that had the focus is gone with its card.
  expect(screen.getByRole('region')).toHaveFocus();
  screen.getByText('Shopify is disconnected.');
});

test('a failure brings it back, with an alert that says why, told to the host once', async () => {
  const onError = vi.fn();
  const alloy = renderCatalog({ onError });
  alloy.disconnect.failNext('network');
  const question = await ask();
  await userEvent.click(question.getByRole('button', { name: 'Disconnect' }));
  const shop = await card();
  expect(await shop.findByRole('alert')).toHaveTextContent(
    'Shopify could not be disconnected. No answer came. Please try again.',
  );
  shop.getByText('Installed');
  expect(shop.getAllByRole('switch')).toHaveLength(2);
  expect(onError).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: 'disconnect/network' }),
  );
  // A second try clears it.
  await userEvent.click((await ask()).getByRole('button', { name: 'Disconnect' }));
  await shop.findByRole('button', { name: 'Connect' });
  expect(shop.queryByRole('alert')).toBeNull();
});

test('every word of it can be another', async () => {
  renderCatalog({ labels: { ...de.catalog, disconnectError: 'Das ging nicht.' } });
  const shop = await card();
  await userEvent.click(shop.getByRole('button', { name: 'Verbindung trennen' }));
  expect(shop.getByRole('group', { name: 'Shopify trennen?' })).toHaveAccessibleDescription(
    /jederzeit wieder verbinden/,
  );
  await userEvent.click(shop.getByRole('button', { name: 'Verbindung trennen' }));
  await screen.findByText('Shopify ist getrennt.');
});
