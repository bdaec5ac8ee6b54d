import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import 'alloy-react/styles.css';
import './restyled.css';

/** The same catalog in a host's own colours, corners and font. */
export function Restyled() {
  return <IntegrationCatalog className="acme" />;
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <Restyled />
    </AlloyProvider>
  );
}
