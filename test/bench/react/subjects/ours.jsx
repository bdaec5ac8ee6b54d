import { AlloyProvider, IntegrationButton } from 'alloy-react';
import { Rows } from './rows.jsx';

function Ours({ id, text, onDone }) {
  return (
    <IntegrationButton integrationId={id} onSuccess={onDone}>
      {text}
    </IntegrationButton>
  );
}

const never = () => new Promise(() => undefined);

export const App = (props) => (
  <AlloyProvider getToken={never}>
    <Rows of={Ours} {...props} />
  </AlloyProvider>
);
