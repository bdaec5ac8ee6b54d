import type { ReactElement } from 'react';
import { AlloyProvider, IntegrationButton, useAlloy, useAlloyInstall } from '../../../src';

/** Whatever a page can hold that is rendered on a server first. */
export function App({ fetch }: { fetch: typeof globalThis.fetch }): ReactElement {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" userKey="u1" fetch={fetch}>
      <Status />
      <IntegrationButton integrationId="i1" />
      <IntegrationButton integrationId="i2" installed />
    </AlloyProvider>
  );
}

function Status(): ReactElement {
  const { status } = useAlloy();
  const install = useAlloyInstall({ integrationId: 'i1' });
  return (
    <p>
      {status}, {install.status}
    </p>
  );
}
