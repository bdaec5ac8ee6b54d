import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';

const labels = {
  idle: 'Verbinden',
  loading: 'Wird geöffnet …',
  open: 'Wird verbunden …',
  success: 'Verbunden',
  error: 'Noch einmal',
};

export function ConnectInGerman() {
  return <IntegrationButton integrationId="66326843cc9cdb107221f222" labels={labels} />;
}

/** `labels` of the provider sets the words of all components at once. */
export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" labels={{ button: labels }}>
      <ConnectInGerman />
    </AlloyProvider>
  );
}
