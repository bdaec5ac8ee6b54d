import { useState, type ReactElement } from 'react';
import { AlloyProvider, type AlloyProviderProps } from '../src';
import { createFakeToken, createSandboxSdk } from '../src/testing';
import { sandboxIntegrations } from './sandbox-integrations';

type PlaygroundProviderProps = Omit<
  AlloyProviderProps,
  'tokenUrl' | 'tokenRequest' | 'getToken' | 'loadSdk'
>;

/** The provider of the stories: what it talks to is in the page, but for the token of the dev server. */
export function PlaygroundProvider(props: PlaygroundProviderProps): ReactElement {
  const [loadSdk] = useState(() => createSandboxSdk({ integrations: sandboxIntegrations }));
  return (
    <AlloyProvider
      getToken={() => Promise.resolve(createFakeToken())}
      loadSdk={loadSdk}
      {...props}
    />
  );
}
