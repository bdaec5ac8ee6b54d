import { AlloyProvider, IntegrationButton, type AlloyError } from 'alloy-react';
import { useState } from 'react';
import 'alloy-react/styles.css';

function sentence({ code, retryable }: AlloyError): string {
  if (code === 'token/unauthorized') return 'Your session is over. Please sign in again.';
  if (code === 'modal/failed') return 'The other app refused. Please check your account there.';
  return retryable ? 'That did not work. Please try again.' : 'That did not work. We look into it.';
}

export function ErrorToasts() {
  const [toast, setToast] = useState('');
  return (
    <>
      <IntegrationButton
        integrationId="66326843cc9cdb107221f222"
        onError={(error) => setToast(sentence(error))}
        onSuccess={() => setToast('Shopify is connected.')}
      />
      <p role="status">{toast}</p>
    </>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ErrorToasts />
    </AlloyProvider>
  );
}
