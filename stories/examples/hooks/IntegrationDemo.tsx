import { AlloyProvider, useIntegration } from 'alloy-react';

export function IntegrationDemo({ integrationId }: { integrationId: string }) {
  const { integration, status } = useIntegration(integrationId);
  if (status !== 'success') return <p role="status">{status}</p>;
  if (!integration) return <p>This account has no such integration.</p>;
  return (
    <p className="demo">
      {integration.name} has {integration.workflows.length} workflows and is{' '}
      {integration.installed ? 'installed' : 'not installed'}.
    </p>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <IntegrationDemo integrationId="66326843cc9cdb107221f222" />
    </AlloyProvider>
  );
}
