import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import { useState } from 'react';
import 'alloy-react/styles.css';

export function SettingsPage() {
  const [news, setNews] = useState('');
  return (
    <div style={{ maxInlineSize: 960, marginInline: 'auto' }}>
      <h1>Integrations</h1>
      <p role="status">{news || 'Connect the tools that your team already uses.'}</p>
      <IntegrationCatalog
        headingLevel={2}
        onSuccess={({ name }) => setNews(`${name} is connected.`)}
      />
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <SettingsPage />
    </AlloyProvider>
  );
}
