import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';

export function ConnectShopify() {
  return (
    <IntegrationButton
      integrationId="66326843cc9cdb107221f222"
      onSuccess={({ integrationId }) => console.info('connected', integrationId)}
    />
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ConnectShopify />
    </AlloyProvider>
  );
}
