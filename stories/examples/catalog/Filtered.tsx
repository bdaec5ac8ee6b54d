import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import 'alloy-react/styles.css';

export function CrmIntegrations() {
  return <IntegrationCatalog filter={({ name }) => name === 'Salesforce'} searchable={false} />;
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <CrmIntegrations />
    </AlloyProvider>
  );
}
