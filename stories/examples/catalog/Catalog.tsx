import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import 'alloy-react/styles.css';

export function IntegrationsPage() {
  return <IntegrationCatalog onSuccess={({ name }) => console.info(`${name} is connected`)} />;
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <IntegrationsPage />
    </AlloyProvider>
  );
}
