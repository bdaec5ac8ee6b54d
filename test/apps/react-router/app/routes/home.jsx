import { Suspense } from 'react';
import { AlloyProvider, IntegrationButton, useSuspenseIntegrations } from 'alloy-react';
import 'alloy-react/styles.css';

function Count() {
  const { integrations } = useSuspenseIntegrations();
  return <p>{integrations.length} integrations</p>;
}

export default function Home() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <IntegrationButton integrationId="66326843cc9cdb107221f222" />
      <Suspense fallback={<p>Loading…</p>}>
        <Count />
      </Suspense>
    </AlloyProvider>
  );
}
