import { AlloyProvider, useIntegrations } from 'alloy-react';

export function IntegrationsDemo() {
  const { integrations, status, error, isFetching, refetch } = useIntegrations();
  if (status === 'loading') return <p role="status">Loading…</p>;
  if (status === 'error') return <p role="alert">{error?.code}</p>;
  return (
    <div className="demo">
      <ul>
        {integrations.map(({ integrationId, name, installed }) => (
          <li key={integrationId}>
            {name}: {installed ? 'installed' : 'not installed'}
          </li>
        ))}
      </ul>
      <button onClick={() => void refetch()}>{isFetching ? 'Fetching…' : 'refetch()'}</button>
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <IntegrationsDemo />
    </AlloyProvider>
  );
}
