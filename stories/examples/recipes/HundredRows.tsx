import { AlloyProvider, useAlloyInstall } from 'alloy-react';

const STORES = Array.from({ length: 100 }, (_, index) => `Store ${index + 1}`);

/** One hook for the table, not one for each row: only one modal can be open. */
export function HundredRows() {
  const { install, isLoading, isOpen } = useAlloyInstall({
    integrationId: '66326843cc9cdb107221f222',
  });
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Store</th>
          <th scope="col">Shopify</th>
        </tr>
      </thead>
      <tbody>
        {STORES.map((store) => (
          <tr key={store}>
            <th scope="row">{store}</th>
            <td>
              <button
                disabled={isLoading || isOpen}
                onClick={() => install({ title: `Connect ${store}` })}
              >
                Connect {store}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <HundredRows />
    </AlloyProvider>
  );
}
