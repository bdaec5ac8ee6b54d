import { AlloyProvider, IntegrationButton } from 'alloy-react';
import type { CSSProperties } from 'react';
import 'alloy-react/styles.css';

const brand = {
  '--alloy-accent': '#5b3df5',
  '--alloy-accent-hover': '#4a2fd6',
  '--alloy-on-accent': '#ffffff',
  '--alloy-radius': '999px',
} as CSSProperties;

export function ConnectInBrand() {
  return (
    <div style={brand}>
      <IntegrationButton integrationId="66326843cc9cdb107221f222" />
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ConnectInBrand />
    </AlloyProvider>
  );
}
