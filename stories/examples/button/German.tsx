import { AlloyProvider, IntegrationButton } from 'alloy-react';
import { de } from 'alloy-react/locales/de';
import 'alloy-react/styles.css';

/** Labels of one button. */
export function ConnectInGerman() {
  return <IntegrationButton integrationId="66326843cc9cdb107221f222" labels={de.button} />;
}

/** Labels of the provider are for all components, the modal included. */
export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" labels={de}>
      <ConnectInGerman />
    </AlloyProvider>
  );
}
