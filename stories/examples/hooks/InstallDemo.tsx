import { AlloyProvider, useAlloyInstall, type UseAlloyInstallOptions } from 'alloy-react';

export function InstallDemo(options: UseAlloyInstallOptions) {
  const { install, reset, status, result, error, isLoading, isOpen } = useAlloyInstall(options);
  return (
    <div className="demo">
      <button onClick={install} disabled={isLoading || isOpen}>
        {status === 'success' ? 'Connected to Shopify' : 'Connect Shopify'}
      </button>
      <button onClick={reset}>reset()</button>
      <pre>{JSON.stringify({ status, result, error: error?.code ?? null }, null, 2)}</pre>
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <InstallDemo integrationId="66326843cc9cdb107221f222" title="Connect your store" />
    </AlloyProvider>
  );
}
