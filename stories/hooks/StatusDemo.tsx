import type { ReactElement } from 'react';
import { useAlloy } from '../../src';
import '../playground.css';

export function StatusDemo(): ReactElement {
  const { status, error, refresh } = useAlloy();
  return (
    <div className="playground-hook">
      <button onClick={() => void refresh().catch(() => undefined)}>refresh()</button>
      <pre>{JSON.stringify({ status, error: error?.code ?? null }, null, 2)}</pre>
    </div>
  );
}
