import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';

/** An element of your own gets the props, the ref and the state. */
export function ConnectWithOwnButton() {
  return (
    <IntegrationButton
      integrationId="66326843cc9cdb107221f222"
      render={(props, { status }) => (
        <button
          {...props}
          className=""
          style={{ padding: '8px 20px', border: '2px solid currentColor', font: 'inherit' }}
        >
          {status === 'success' ? '✓ Done' : 'Own button'}
        </button>
      )}
    />
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ConnectWithOwnButton />
    </AlloyProvider>
  );
}
