import { AlloyProvider, IntegrationButton, useIntegrations } from 'alloy-react';
import 'alloy-react/styles.css';

function Count() {
  const { integrations } = useIntegrations();
  return <p>{integrations.length} integrations</p>;
}

export default function Home() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <IntegrationButton integrationId="66326843cc9cdb107221f222" />
      <Count />
    </AlloyProvider>
  );
}
