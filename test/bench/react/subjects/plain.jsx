import { Rows } from './rows.jsx';

/** Markup alone: what no library can be faster than. */
function Plain({ text, onDone }) {
  return (
    <>
      <button type="button" onClick={onDone}>
        {text}
      </button>
      <span role="status" />
    </>
  );
}

export const App = (props) => <Rows of={Plain} {...props} />;
