import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';
import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')).render(
  <AlloyProvider tokenUrl="/api/alloy/token">
    <IntegrationButton integrationId="66326843cc9cdb107221f222" />
  </AlloyProvider>,
);
