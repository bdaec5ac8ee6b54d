import { render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { AlloyProvider, ConnectionButton, IntegrationCatalog } from '../../../src';
import '../../../src/styles.css';
import { shopify, slack } from '../../react/support/sandbox-provider';
import { violations } from '../support/violations';

/** Alloy's API and the backend of this page are on another port. */
function at(address: string, input: RequestInfo | URL): string {
  return (input as string)
    .replace('https://embedded.runalloy.com', address)
    .replace(/^\/backend/, `${address}/backend`);
}

/** What the user does in Alloy's page. */
async function inModal(button: string): Promise<void> {
  const frame = await waitFor(() => {
    const found = document.querySelector('iframe');
    if (!found) throw new Error('The modal is not open yet.');
    return found;
  });
  await page
    .frameLocator(page.elementLocator(frame))
    .getByRole('button', { name: button, exact: true })
    .click();
  await waitFor(() => expect(document.querySelector('iframe')).toBeNull());
}

test('a user connects a credential, installs, sees it, disconnects it, and connects it again, all over HTTP', async () => {
  const address = await commands.startSandbox([shopify, slack]);
  const onConnection = vi.fn();
  const onError = vi.fn();
  const sent: RequestInit[] = [];
  render(
    <main>
      <h1>Integrations</h1>
      <h2>All</h2>
      <AlloyProvider
        tokenUrl="/backend/token"
        disconnectUrl="/backend/disconnect"
        fetch={(input, init = {}) => {
          if (init.method === 'POST') sent.push(init);
          return fetch(at(address, input), init);
        }}
      >
        <ConnectionButton app="shopify" onSuccess={onConnection} />
        <form onSubmit={onError}>
          <IntegrationCatalog onError={onError} />
        </form>
      </AlloyProvider>
    </main>,
  );

  const shop = within(await screen.findByRole('article', { name: 'Shopify' }));
  const [connectAccount] = screen.getAllByRole('button', { name: 'Connect' });
  if (!connectAccount) throw new Error('There is no button.');
  await userEvent.click(connectAccount);
  await inModal('connect');
  expect(onConnection).toHaveBeenCalledExactlyOnceWith({
    connectionId: 'c1',
    credentialId: 'cr1',
  });

  for (let time = 1; time <= 2; time++) {
    await userEvent.click(shop.getByRole('button', { name: 'Connect' }));
    await commands.setInstalled(address, 'shopify');
    await inModal('finish');
    await shop.findByText('Installed');
    expect(shop.getAllByRole('switch')).toHaveLength(2);

    await userEvent.click(shop.getByRole('button', { name: 'Disconnect' }));
    expect(await violations()).toEqual([]);
    await userEvent.click(
      within(shop.getByRole('group')).getByRole('button', { name: 'Disconnect' }),
    );
    await screen.findByText('Shopify is disconnected.');
    await waitFor(() => expect(shop.getByRole('button', { name: 'Connect' })).toHaveFocus());
    expect(shop.queryByText('Installed')).toBeNull();
    expect(await violations()).toEqual([]);
  }

  expect(sent).toHaveLength(2);
  expect(sent[0]).toMatchObject({
    credentials: 'same-origin',
    body: '{"integrationId":"shopify"}',
  });
  const requests = await commands.sandboxRequests(address);
  // The backend took both workflows away, each time, and the credential that nothing else needs.
  expect(requests.filter((one) => one.startsWith('DELETE /workflows/'))).toHaveLength(4);
  expect(requests.filter((one) => /^DELETE .*credentials/.test(one))).toHaveLength(2);
  expect(onError).not.toHaveBeenCalled();
});

test('what the backend refuses is back on the card, with the reason, and looks the part', async () => {
  const address = await commands.startSandbox([shopify]);
  await commands.setInstalled(address, 'shopify');
  render(
    <main>
      <h1>Integrations</h1>
      <h2>All</h2>
      <AlloyProvider
        tokenUrl="/backend/token"
        disconnectUrl="/refused"
        fetch={(input, init) =>
          input === '/refused'
            ? Promise.resolve(Response.json({ error: 'unauthenticated' }, { status: 401 }))
            : fetch(at(address, input), init)
        }
      >
        <IntegrationCatalog />
      </AlloyProvider>
    </main>,
  );
  const shop = within(await screen.findByRole('article', { name: 'Shopify' }));
  await userEvent.click(shop.getByRole('button', { name: 'Disconnect' }));
  const question = shop.getByRole('group');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(within(question).getByRole('button', { name: 'Disconnect' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(await shop.findByRole('alert')).toHaveTextContent(
    'Shopify could not be disconnected. It is not allowed, or you are signed out.',
  );
  await waitFor(() => expect(shop.getByText('Installed')).toBeVisible());
  expect(await violations()).toEqual([]);
});
