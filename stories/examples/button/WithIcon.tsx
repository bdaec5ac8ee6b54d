import { AlloyProvider, IntegrationButton } from 'alloy-react';
import 'alloy-react/styles.css';

function PlugIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
    >
      <path d="M7 2.5v4M13 2.5v4M4.5 6.5h11v3a5.5 5.5 0 0 1-11 0zM10 15v3" strokeLinecap="round" />
    </svg>
  );
}

export function ConnectWithIcon() {
  return (
    <IntegrationButton integrationId="66326843cc9cdb107221f222" icon={<PlugIcon />}>
      Connect Shopify
    </IntegrationButton>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <ConnectWithIcon />
    </AlloyProvider>
  );
}
