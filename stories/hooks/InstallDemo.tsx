import type { ReactElement } from 'react';
import { useAlloyInstall, type UseAlloyInstallOptions } from '../../src';
import '../playground.css';

/** A button of the host's own on `useAlloyInstall()`, and the state as it goes by. */
export function InstallDemo(options: UseAlloyInstallOptions): ReactElement {
  const { install, reset, status, result, error, isLoading, isOpen } = useAlloyInstall(options);
  return (
    <div className="playground-hook">
      <button onClick={install} disabled={isLoading || isOpen}>
        {status === 'success' ? 'Connected to Shopify' : 'Connect Shopify'}
      </button>
      <button onClick={reset}>reset()</button>
      <pre>{JSON.stringify({ status, result, error: error?.code ?? null }, null, 2)}</pre>
    </div>
  );
}
