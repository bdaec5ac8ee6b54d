import { useMergeLink } from '@mergeapi/react-merge-link';
import { Rows } from './rows.jsx';

function Merge({ text, onDone }) {
  const { open, isReady } = useMergeLink({ linkToken: 'sandbox', onSuccess: onDone });
  return (
    <button type="button" disabled={!isReady} onClick={open}>
      {text}
    </button>
  );
}

export const App = (props) => <Rows of={Merge} {...props} />;
