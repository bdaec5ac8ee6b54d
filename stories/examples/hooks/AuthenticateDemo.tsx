import { AlloyProvider, useAlloyAuthenticate, type UseAlloyAuthenticateOptions } from 'alloy-react';

export function AuthenticateDemo(options: UseAlloyAuthenticateOptions) {
  const { authenticate, reset, status, result, error, isLoading, isOpen } =
    useAlloyAuthenticate(options);
  return (
    <div className="demo">
      <button onClick={authenticate} disabled={isLoading || isOpen}>
        {status === 'success' ? 'Account connected' : 'Connect account'}
      </button>
      <button onClick={reset}>reset()</button>
      <pre>{JSON.stringify({ status, result, error: error?.code ?? null }, null, 2)}</pre>
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <AuthenticateDemo app="shopify" />
    </AlloyProvider>
  );
}
