import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';

/** `installed` comes from your own data; `detectInstalled` asks Alloy instead. */
export function ShopifyRow({ isConnected }: { isConnected: boolean }) {
  return (
    <IntegrationButton
      integrationId="66326843cc9cdb107221f222"
      installed={isConnected}
      whenInstalled="edit"
    />
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ShopifyRow isConnected />
    </AlloyProvider>
  );
}
