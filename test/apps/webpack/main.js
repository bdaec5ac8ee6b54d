import { AlloyProvider, IntegrationButton } from 'alloy-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')).render(
  createElement(
    AlloyProvider,
    { tokenUrl: '/api/alloy/token' },
    createElement(IntegrationButton, { integrationId: '66326843cc9cdb107221f222' }),
  ),
);
