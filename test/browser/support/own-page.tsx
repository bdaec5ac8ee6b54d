/**
 * A page of its own, outside of the test runner's frame, as a host app has it: for what depends on the whole
 * page, such as its policy, its scrollbar, its history. The address says how: `?hosted&nonce=…&dialog`.
 */
import { createRoot } from 'react-dom/client';
import { AlloyProvider, IntegrationButton, loadAlloyScript } from '../../../src';
import { fakeJwt } from '../../support/fake-jwt';

const query = new URLSearchParams(location.search);
const nonce = query.get('nonce');
const jwt = fakeJwt();
const root = document.createElement('main');
document.body.append(root);

createRoot(root).render(
  <AlloyProvider
    getToken={() => Promise.resolve(jwt)}
    loadSdk={query.has('hosted') ? loadAlloyScript(nonce ? { nonce } : {}) : undefined}
  >
    <h1>Integrations</h1>
    <IntegrationButton integrationId="i1" />
    <div style={{ height: 3000 }} />
  </AlloyProvider>,
);
