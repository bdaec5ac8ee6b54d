import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import { useState } from 'react';
import 'alloy-react/styles.css';

export function IntegrationsPage() {
  const [news, setNews] = useState('');
  return (
    <>
      <IntegrationCatalog onSuccess={({ name }) => setNews(`${name} is connected.`)} />
      <p role="status">{news}</p>
    </>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <IntegrationsPage />
    </AlloyProvider>
  );
}
