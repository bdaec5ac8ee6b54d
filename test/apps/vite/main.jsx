import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [count, setCount] = useState(0);
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" labels={{ button: { open: 'Connecting…' } }}>
      <p>{count} connected</p>
      <IntegrationButton
        integrationId="66326843cc9cdb107221f222"
        onSuccess={() => setCount(count + 1)}
      />
    </AlloyProvider>
  );
}

createRoot(document.getElementById('root')).render(<App />);
