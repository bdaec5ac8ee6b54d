import type { ReactElement } from 'react';
import { useAlloyAuthenticate, type UseAlloyAuthenticateOptions } from '../../src';
import '../playground.css';

/** A button of the host's own on `useAlloyAuthenticate()`, and the state as it goes by. */
export function AuthenticateDemo(options: UseAlloyAuthenticateOptions): ReactElement {
  const { authenticate, reset, status, result, error, isLoading, isOpen } =
    useAlloyAuthenticate(options);
  return (
    <div className="playground-hook">
      <button onClick={authenticate} disabled={isLoading || isOpen}>
        {status === 'success' ? 'Account connected' : 'Connect account'}
      </button>
      <button onClick={reset}>reset()</button>
      <pre>{JSON.stringify({ status, result, error: error?.code ?? null }, null, 2)}</pre>
    </div>
  );
}
