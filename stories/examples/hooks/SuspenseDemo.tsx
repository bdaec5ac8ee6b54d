import { AlloyProvider, useSuspenseIntegrations } from 'alloy-react';
import { Suspense } from 'react';

export function ConnectedNames() {
  const { integrations } = useSuspenseIntegrations();
  const connected = integrations.filter(({ installed }) => installed);
  return (
    <p className="demo">Connected: {connected.map(({ name }) => name).join(', ') || 'none'}</p>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <Suspense fallback={<p role="status">Loading…</p>}>
        <ConnectedNames />
      </Suspense>
    </AlloyProvider>
  );
}
