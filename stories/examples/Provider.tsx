import { AlloyProvider, IntegrationButton, useAlloy } from 'alloy-react';
import 'alloy-react/styles.css';

export function Integrations() {
  const { status } = useAlloy();
  return (
    <div className="demo">
      <IntegrationButton integrationId="66326843cc9cdb107221f222" />
      <span>The provider is {status}.</span>
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" userKey="customer-42" region="us" preload="mount">
      <Integrations />
    </AlloyProvider>
  );
}
