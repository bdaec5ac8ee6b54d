import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import 'alloy-react/styles.css';

/** The catalog goes by the width of its container, not by that of the window. */
export function SidePanel() {
  return (
    <aside aria-label="Integrations" style={{ inlineSize: 240 }}>
      <IntegrationCatalog />
    </aside>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <SidePanel />
    </AlloyProvider>
  );
}
