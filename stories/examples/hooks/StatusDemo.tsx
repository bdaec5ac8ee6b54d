import { AlloyProvider, useAlloy } from 'alloy-react';

export function StatusDemo() {
  const { status, error, refresh } = useAlloy();
  return (
    <div className="demo">
      <button onClick={() => void refresh().catch(() => undefined)}>refresh()</button>
      <pre>{JSON.stringify({ status, error: error?.code ?? null }, null, 2)}</pre>
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <StatusDemo />
    </AlloyProvider>
  );
}
