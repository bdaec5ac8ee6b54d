import { AlloyProvider, IntegrationButton, useAlloy } from 'alloy-react';
import { useEffect } from 'react';

function Status({ onReady }) {
  const { status } = useAlloy();
  useEffect(() => {
    if (status === 'ready') onReady();
  }, [status, onReady]);
  return <output>{status}</output>;
}

/** A page with the button, of an app with a router. */
export function App({ isThere = true, onReady }) {
  if (!isThere) return <p>Another page</p>;
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <IntegrationButton integrationId="i1" />
      <Status onReady={onReady} />
    </AlloyProvider>
  );
}
