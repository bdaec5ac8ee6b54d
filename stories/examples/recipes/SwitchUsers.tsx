import { AlloyProvider, IntegrationCatalog } from 'alloy-react';
import { useState } from 'react';
import 'alloy-react/styles.css';

const CUSTOMERS = ['acme', 'globex'];

/** An admin looks at one customer after the other. Your endpoint checks that they may. */
export default function App() {
  const [customer, setCustomer] = useState('acme');
  return (
    <>
      <label>
        Customer{' '}
        <select value={customer} onChange={({ target }) => setCustomer(target.value)}>
          {CUSTOMERS.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <AlloyProvider tokenUrl={`/api/admin/alloy/token?customer=${customer}`} userKey={customer}>
        <IntegrationCatalog />
      </AlloyProvider>
    </>
  );
}
