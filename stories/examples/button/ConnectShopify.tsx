import { AlloyProvider, IntegrationButton } from 'alloy-react';
import { useState } from 'react';
import 'alloy-react/styles.css';

export function ConnectShopify() {
  const [news, setNews] = useState('');
  return (
    <>
      <IntegrationButton
        integrationId="66326843cc9cdb107221f222"
        onSuccess={() => setNews('Shopify is connected.')}
        onError={({ code }) => setNews(`That did not work: ${code}`)}
      />
      <p role="status">{news}</p>
    </>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ConnectShopify />
    </AlloyProvider>
  );
}
