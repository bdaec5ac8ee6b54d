import { useState, type ReactElement, type ReactNode } from 'react';
import { AlloyProvider, type AlloyLabelOverrides, type Integration } from '../../src';
import { createFakeToken, createSandboxApi, createSandboxSdk } from '../../src/testing';
import { lived } from './sample-integrations';

interface CatalogSandboxProps {
  /** What the account holds when the story begins. */
  integrations?: readonly Integration[] | undefined;
  /** What becomes of the requests. @default "answered" */
  api?: 'answered' | 'pending' | 'failing once' | 'refusing switches' | undefined;
  labels?: AlloyLabelOverrides | undefined;
  children?: ReactNode;
}

/** An account of its own for each story, in the page: modal, data and installs. */
export function CatalogSandbox({
  integrations = lived,
  api = 'answered',
  labels,
  children,
}: CatalogSandboxProps): ReactElement {
  const [ports] = useState(() => {
    const sandbox = createSandboxApi({ integrations });
    if (api === 'failing once') sandbox.failNext(400);
    return {
      getToken: () => Promise.resolve(createFakeToken()),
      fetch: ((input, init) => {
        if (api === 'pending') return new Promise(() => undefined);
        if (api === 'refusing switches' && init?.method === 'PUT') {
          return Promise.resolve(new Response('{}', { status: 400 }));
        }
        return sandbox(input, init);
      }) satisfies typeof fetch,
      loadSdk: createSandboxSdk({ integrations, onInstall: (id) => sandbox.setInstalled(id) }),
    };
  });
  return (
    <AlloyProvider {...ports} labels={labels}>
      {children}
    </AlloyProvider>
  );
}
