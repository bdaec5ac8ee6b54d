import { createRoot } from 'react-dom/client';
import { AlloyProvider, IntegrationCatalog } from '../../../src';
import { createFakeToken } from '../../../src/testing/fake/fake-token';

/** 500 integrations, every second of them installed, as Alloy answers. */
const data = Array.from({ length: 500 }, (_, index) => {
  const installed = index % 2 === 1;
  return {
    integrationId: `i${index}`,
    app: `${installed ? 'Shopify' : 'Slack'} ${index}`,
    description: 'Orders, products and whatever else there is to keep in step',
    installed,
    workflows: ['Order sync', 'Inventory sync'].map((name) => ({
      workflowId: `${name}-${index}`,
      name,
      installed,
      active: installed,
    })),
  };
});

const container = document.body.appendChild(document.createElement('div'));
createRoot(container).render(
  <AlloyProvider
    getToken={() => Promise.resolve(createFakeToken())}
    loadSdk={() => new Promise(() => undefined)}
    fetch={() => Promise.resolve(Response.json({ data }))}
  >
    <IntegrationCatalog />
  </AlloyProvider>,
);
