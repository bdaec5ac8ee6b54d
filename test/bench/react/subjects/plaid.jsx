import { PlaidLink } from 'react-plaid-link';
import { Rows } from './rows.jsx';

function Plaid({ text, onDone }) {
  return (
    <PlaidLink token="link-sandbox" onSuccess={onDone}>
      {text}
    </PlaidLink>
  );
}

export const App = (props) => <Rows of={Plaid} {...props} />;
