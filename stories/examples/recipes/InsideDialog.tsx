import { AlloyProvider, IntegrationButton } from 'alloy-react';
import { useRef } from 'react';
import 'alloy-react/styles.css';

/** The modal opens above your own dialog, and gives the focus back to the button in it. */
export function InsideDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button onClick={() => dialog.current?.showModal()}>Add a source</button>
      <dialog ref={dialog} aria-labelledby="add-a-source">
        <h2 id="add-a-source">Add a source</h2>
        <p>Orders are imported as soon as your shop is connected.</p>
        <IntegrationButton integrationId="66326843cc9cdb107221f222">
          Connect Shopify
        </IntegrationButton>
        <form method="dialog">
          <button>Cancel</button>
        </form>
      </dialog>
    </>
  );
}

export default function App() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <InsideDialog />
    </AlloyProvider>
  );
}
