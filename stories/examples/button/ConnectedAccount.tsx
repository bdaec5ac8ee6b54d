import { AlloyProvider, ConnectionButton } from 'alloy-react';
import 'alloy-react/styles.css';

/** `connected` comes from your own data. A click connects another account, or does nothing. */
export function AccountRow({ connectionId }: { connectionId: string | null }) {
  return (
    <ConnectionButton
      category="commerce"
      connected={connectionId !== null}
      whenConnected="nothing"
      labels={{ success: 'Shop connected' }}
    >
      Connect your shop
    </ConnectionButton>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <AccountRow connectionId="connection-1" />
    </AlloyProvider>
  );
}
