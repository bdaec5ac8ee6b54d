import type { ReactElement, ReactNode } from 'react';
import { AlloyProvider, type AlloyProviderProps, type Integration } from '../../../src';
import { createFakeAlloy, createFakeToken, type FakeAlloy } from '../../../src/testing';

export interface Sandbox extends Pick<FakeAlloy, 'api' | 'modal'> {
  /** Those of the data API, as `GET /integrations 200`. */
  readonly requests: string[];
  providerProps: AlloyProviderProps;
}

/** A fake Alloy whose token comes through `getToken`, so that a test can hand over another user's. */
export function createSandbox(integrations: readonly Integration[] = [shopify, slack]): Sandbox {
  const { api, modal, providerProps } = createFakeAlloy({ integrations });
  const { fetch, loadSdk, onEvent } = providerProps;
  return {
    api,
    modal,
    get requests() {
      return api.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
    },
    providerProps: {
      fetch,
      loadSdk,
      onEvent,
      getToken: () => Promise.resolve(createFakeToken()),
    },
  };
}

interface SandboxProviderProps {
  sandbox: Sandbox;
  children?: ReactNode;
  userKey?: string;
}

export function SandboxProvider({ sandbox, ...props }: SandboxProviderProps): ReactElement {
  return <AlloyProvider {...sandbox.providerProps} {...props} />;
}

function workflow(workflowId: string, name: string): Integration['workflows'][number] {
  return {
    workflowId,
    name,
    installed: false,
    active: false,
    version: 1,
    installedVersion: null,
    updateAvailable: false,
    connectors: [],
  };
}

export const shopify: Integration = {
  integrationId: 'shopify',
  name: 'Shopify',
  description: 'Products and orders',
  icon: null,
  installed: false,
  workflows: [workflow('orders', 'Order sync'), workflow('stock', 'Inventory sync')],
  credentials: ['shopify'],
};

export const slack: Integration = {
  integrationId: 'slack',
  name: 'Slack',
  description: 'Messages where the team is',
  icon: null,
  installed: false,
  workflows: [workflow('alerts', 'New order alerts')],
  credentials: ['slack'],
};

/** As Alloy says it of one that was connected. */
export function installed(
  integration: Integration,
  workflowOverrides: Partial<Integration['workflows'][number]> = {},
): Integration {
  return {
    ...integration,
    installed: true,
    workflows: integration.workflows.map((one) => ({
      ...one,
      installed: true,
      active: true,
      installedVersion: 1,
      ...workflowOverrides,
    })),
  };
}
