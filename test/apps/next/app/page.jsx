import { AlloyProvider, IntegrationButton, isAlloyError } from 'alloy-react';

/** A server component: the client components of the package say themselves that they are. */
export default function Page() {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <p>{isAlloyError(new Error('not ours')) ? 'guard is wrong' : 'guard is right'}</p>
      <IntegrationButton integrationId="66326843cc9cdb107221f222" />
    </AlloyProvider>
  );
}
