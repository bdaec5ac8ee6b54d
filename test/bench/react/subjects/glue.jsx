import { useCallback, useState } from 'react';
import { Rows } from './rows.jsx';

/** Alloy's SDK by hand, as one writes it in an afternoon. */
function Glue({ id, text, onDone }) {
  const [status, setStatus] = useState('idle');
  const [message, setMessage] = useState('');
  const open = useCallback(async () => {
    setStatus('loading');
    try {
      const response = await fetch('/api/alloy/token');
      const { token } = await response.json();
      const { default: Alloy } = await import('alloy-frontend');
      const alloy = Alloy();
      alloy.setToken(token);
      alloy.install({
        integrationId: id,
        callback: ({ success }) => {
          setStatus(success ? 'success' : 'idle');
          if (success) onDone(id);
        },
      });
    } catch {
      setStatus('error');
      setMessage('That did not work.');
    }
  }, [id, onDone]);
  return (
    <>
      <button
        type="button"
        data-state={status}
        aria-busy={status === 'loading'}
        onClick={() => void open()}
      >
        {status === 'success' ? 'Connected' : text}
      </button>
      <span role="status">{message}</span>
    </>
  );
}

export const App = (props) => <Rows of={Glue} {...props} />;
