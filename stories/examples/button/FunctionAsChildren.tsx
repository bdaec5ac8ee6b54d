import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';

export function ConnectWithStatus() {
  return (
    <IntegrationButton integrationId="66326843cc9cdb107221f222">
      {({ label, status }) => `${label} (${status})`}
    </IntegrationButton>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ConnectWithStatus />
    </AlloyProvider>
  );
}
