import { AlloyProvider, useDisconnect, useIntegration } from 'alloy-react';

export function DisconnectShopify({ integrationId }: { integrationId: string }) {
  const { integration } = useIntegration(integrationId);
  const { disconnect, status, error, isAvailable } = useDisconnect(integrationId);
  if (!integration || !isAvailable) return null;
  return (
    <div className="demo">
      <p>
        {integration.name} is {integration.installed ? 'connected' : 'not connected'}.
      </p>
      <button
        onClick={disconnect}
        disabled={status === 'pending' || !integration.installed}
        aria-describedby="why"
      >
        Disconnect
      </button>
      <p id="why" role="status">
        {status === 'success' && `${integration.name} is disconnected.`}
        {error && `That did not work (${error.code}).`}
      </p>
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token" disconnectUrl="/api/alloy/disconnect">
      <DisconnectShopify integrationId="66326843cc9cdb107221f222" />
    </AlloyProvider>
  );
}
