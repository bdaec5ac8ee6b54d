import type { ReactElement } from 'react';
import {
  AlloyProvider,
  ConnectionButton,
  IntegrationButton,
  IntegrationCatalog,
  isAlloyError,
  useAlloy,
  useAlloyAuthenticate,
  useAlloyInstall,
  useIntegrations,
  useWorkflowActivation,
} from 'alloy-react';
import type { AlloyErrorCode, InstallOutcome } from 'alloy-react';
import { de } from 'alloy-react/locales/de';
import { AlloyDevtools } from 'alloy-react/devtools';
import { createAlloyClient, createTokenHandler, toNodeHandler } from 'alloy-react/server';
import { AlloyTestProvider, createFakeAlloy, createSandboxApi } from 'alloy-react/testing';
import { mockAlloy } from 'alloy-react/testing/playwright';

export function Connect(): ReactElement {
  const { install, status } = useAlloyInstall({
    integrationId: 'i1',
    onSuccess: ({ integrationId }) => integrationId?.toUpperCase(),
  });
  const known: 'idle' | 'loading' | 'open' | 'dismissed' | 'success' | 'error' = status;
  return <button onClick={install}>{known}</button>;
}

export function List(): ReactElement {
  const { integrations } = useIntegrations();
  const { active, setActive } = useWorkflowActivation('w1');
  const { authenticate } = useAlloyAuthenticate({ app: 'shopify' });
  const { status } = useAlloy();
  return (
    <ul onClick={authenticate} title={status}>
      {integrations.map(({ integrationId, name }) => (
        <li key={integrationId} onClick={() => void setActive(!active)}>
          {name}
        </li>
      ))}
    </ul>
  );
}

export const app = (
  <AlloyProvider tokenUrl="/api/alloy/token" userKey="u1" labels={de}>
    <IntegrationButton integrationId="i1" className="primary" disabled={undefined} />
    <ConnectionButton app="shopify" onSuccess={({ connectionId }) => connectionId?.trim()} />
    <IntegrationCatalog onSuccess={({ name }) => name.trim()} headingLevel={2} />
    <AlloyDevtools />
  </AlloyProvider>
);
export const tested = <AlloyTestProvider alloy={createFakeAlloy()}>{app}</AlloyTestProvider>;
export const sandbox: typeof fetch = createSandboxApi();
export async function finish(page: Parameters<typeof mockAlloy>[0]): Promise<void> {
  const alloy = await mockAlloy(page, { integrations: [{ integrationId: 'i1', name: 'Shopify' }] });
  await alloy.succeed();
}

// @ts-expect-error: exactly one of tokenUrl and getToken
export const both = <AlloyProvider tokenUrl="/token" getToken={async () => 'jwt'} />;
// @ts-expect-error: exactly one of tokenUrl and getToken
export const neither = <AlloyProvider />;

export function codeOf(error: unknown): AlloyErrorCode | null {
  return isAlloyError(error) ? error.code : null;
}

export function name(outcome: InstallOutcome): string | undefined {
  return outcome.status === 'success' ? outcome.result.integrationId : outcome.status;
}

export const handler: (request: Request) => Promise<Response> = createTokenHandler({
  alloy: createAlloyClient({ apiKey: 'key' }),
  identify: () => ({ username: 'ada' }),
});
export const node = toNodeHandler(handler);
