import { AlloyProvider, ConnectionButton } from 'alloy-react';
import { useState } from 'react';
import 'alloy-react/styles.css';

export function ConnectAccount({ app }: { app: string }) {
  const [connectionId, setConnectionId] = useState('');
  return (
    <>
      <ConnectionButton
        app={app}
        onSuccess={(result) => {
          // Send it to your backend.
          setConnectionId(result.connectionId ?? '');
        }}
      />
      <p role="status">{connectionId && `Connection ${connectionId}`}</p>
    </>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ConnectAccount app="shopify" />
    </AlloyProvider>
  );
}
