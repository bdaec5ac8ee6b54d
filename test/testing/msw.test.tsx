import { render, screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { afterEach, expect, test } from 'vitest';
import { AlloyProvider, useAlloy, useIntegrations } from '../../src';
import { createSandboxApi } from '../../src/testing';
import { alloyHandlers } from '../../src/testing/msw';

const server = setupServer();
afterEach(() => server.close());

function Page() {
  const { status } = useAlloy();
  const { integrations, error } = useIntegrations();
  const names = integrations.map(({ name, installed }) => `${name}${installed ? ' on' : ''}`);
  return <output>{[status, error?.code, ...names].filter(Boolean).join(', ')}</output>;
}

test('the handlers answer the token endpoint and the data API of the real provider', async () => {
  server.use(...alloyHandlers({ integrations: [{ integrationId: 'i1', name: 'Shopify' }] }));
  server.listen({ onUnhandledRequest: 'error' });
  render(<Page />, {
    wrapper: ({ children }) => (
      <AlloyProvider tokenUrl="/api/alloy/token" preload="none">
        {children}
      </AlloyProvider>
    ),
  });
  await screen.findByText(/Shopify/);
});

test('a test may bring its own sandbox, and another address of the token endpoint', async () => {
  const api = createSandboxApi();
  api.setInstalled('66326843cc9cdb107221f222');
  server.use(...alloyHandlers({ api, tokenUrl: 'https://api.example.com/alloy' }));
  server.listen({ onUnhandledRequest: 'error' });
  render(<Page />, {
    wrapper: ({ children }) => (
      <AlloyProvider
        tokenUrl="https://api.example.com/alloy"
        tokenRequest={{ credentials: 'include' }}
      >
        {children}
      </AlloyProvider>
    ),
  });
  await screen.findByText(/Shopify on, HubSpot/);
});

test('a broken network on order is one', async () => {
  const api = createSandboxApi();
  server.use(...alloyHandlers({ api }));
  server.listen({ onUnhandledRequest: 'error' });
  api.failNext('network');
  await expect(fetch('https://app.example.com/api/alloy/token')).rejects.toThrow(TypeError);
  const answer = await fetch('https://app.example.com/api/alloy/token');
  expect(await answer.json()).toMatchObject({ token: expect.stringMatching(/^ey/) as string });
});
