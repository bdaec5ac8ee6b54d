import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import 'alloy-react/styles.css';

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" disconnectUrl="/api/alloy/disconnect">
      <IntegrationCatalog />
    </AlloyProvider>
  );
}
