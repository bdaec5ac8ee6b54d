import '@testing-library/jest-dom';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AlloyProvider, IntegrationButton, IntegrationCatalog, useAlloy } from 'alloy-react';
import { AlloyTestProvider, createFakeAlloy, createFakeToken } from 'alloy-react/testing';

const SHOPIFY = '66326843cc9cdb107221f222';

// Section 4 of the README, as it stands there.
test('a customer connects Shopify', async () => {
  const alloy = createFakeAlloy();
  render(
    <AlloyTestProvider alloy={alloy}>
      <IntegrationButton integrationId="66326843cc9cdb107221f222" />
    </AlloyTestProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await alloy.modal.succeed();
  expect(screen.getByRole('button', { name: 'Connected' })).toBeVisible();
});

test('the catalog lists, connects, and switches a workflow off', async () => {
  const alloy = createFakeAlloy();
  render(
    <AlloyTestProvider alloy={alloy}>
      <IntegrationCatalog />
    </AlloyTestProvider>,
  );
  await userEvent.click((await screen.findAllByRole('button', { name: /Connect/ }))[0]!);
  await alloy.modal.succeed();
  const orders = await screen.findByRole('switch', { name: 'Order sync' });
  expect(orders).toBeChecked();
  await userEvent.click(orders);
  await waitFor(() => expect(orders).not.toBeChecked());
});

function Status() {
  const { status, error } = useAlloy();
  return <output>{error ? error.code : status}</output>;
}

test('what the token endpoint refuses is told as it would be in production', async () => {
  const alloy = createFakeAlloy();
  alloy.token.failNext(401);
  render(
    <AlloyTestProvider alloy={alloy}>
      <Status />
    </AlloyTestProvider>,
  );
  await screen.findByText('token/unauthorized');
});

test('without a click, a modal that does not open says what may be missing', async () => {
  await expect(createFakeAlloy().modal.succeed()).rejects.toThrow(
    /No provider has asked this fake/,
  );
});

test('the real provider, its engine and Alloy’s real SDK load and end with the page', async () => {
  const asked: unknown[] = [];
  const fetch = (async (input: unknown) => {
    asked.push(input);
    const text = JSON.stringify({ token: createFakeToken() });
    const headers = { get: (name: string) => (name === 'cache-control' ? 'no-store' : null) };
    return { ok: true, status: 200, headers, text: async () => text };
  }) as unknown as typeof globalThis.fetch;
  const { unmount } = render(
    <AlloyProvider tokenUrl="/api/alloy/token" fetch={fetch}>
      <Status />
      <IntegrationButton integrationId={SHOPIFY} />
    </AlloyProvider>,
  );
  await screen.findByText('ready');
  expect(asked).toEqual(['/api/alloy/token']);
  unmount();
  await act(async () => undefined);
});
