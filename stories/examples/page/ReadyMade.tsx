import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import 'alloy-react/styles.css';

/** The catalog as it comes. */
export function ReadyMade() {
  return <IntegrationCatalog options={{ title: 'Connect your shop' }} />;
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ReadyMade />
    </AlloyProvider>
  );
}
