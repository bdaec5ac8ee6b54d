import { AlloyProvider, useAlloyInstall, useIntegrations } from 'alloy-react';
import { useState } from 'react';

export function CommandMenu() {
  const [query, setQuery] = useState('');
  const { integrations } = useIntegrations();
  const { install } = useAlloyInstall();
  const matches = integrations.filter(({ name }) =>
    name.toLowerCase().includes(query.toLowerCase()),
  );
  return (
    <div style={{ maxInlineSize: 360 }}>
      <label>
        Command{' '}
        <input type="search" value={query} onChange={({ target }) => setQuery(target.value)} />
      </label>
      <ul style={{ padding: 0, listStyle: 'none' }}>
        {matches.map(({ integrationId, name, installed }) => (
          <li key={integrationId}>
            <button onClick={() => install({ integrationId })}>
              {installed ? 'Edit' : 'Connect'} {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <CommandMenu />
    </AlloyProvider>
  );
}
