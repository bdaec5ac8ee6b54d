import type { ReactElement, ReactNode } from 'react';
import { AlloyProvider, type AlloyProviderProps, type Integration } from '../../../src';
import { createFakeToken, createSandboxApi } from '../../../src/testing';

export interface Sandbox {
  api: ReturnType<typeof createSandboxApi>;
  /** As `GET /integrations 200`. */
  requests: string[];
  /** What the SDK was asked to open. */
  opened: Record<string, unknown>[];
  /** The user finishes in the open modal. */
  succeed(): void;
  providerProps: AlloyProviderProps;
}

/** Alloy's API in memory, with a record of what it was asked, and a modal that a test ends. */
export function createSandbox(integrations: readonly Integration[] = [shopify, slack]): Sandbox {
  const requests: string[] = [];
  let callback: ((data: unknown) => void) | null = null;
  const opened: Record<string, unknown>[] = [];
  const api = createSandboxApi({
    integrations,
    onRequest: ({ method, path, status }) => requests.push(`${method} ${path} ${status}`),
  });
  const sdk = {
    setToken: () => undefined,
    authenticate: () => undefined,
    install(params: Record<string, unknown>) {
      opened.push(params);
      callback = params.callback as typeof callback;
    },
  };
  return {
    api,
    requests,
    opened,
    succeed: () => callback?.({ success: true }),
    providerProps: {
      getToken: () => Promise.resolve(createFakeToken()),
      fetch: api,
      loadSdk: () => Promise.resolve(sdk),
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
  };
}

export const shopify: Integration = {
  integrationId: 'shopify',
  name: 'Shopify',
  description: 'Products and orders',
  icon: null,
  installed: false,
  workflows: [workflow('orders', 'Order sync'), workflow('stock', 'Inventory sync')],
};

export const slack: Integration = {
  integrationId: 'slack',
  name: 'Slack',
  description: 'Messages where the team is',
  icon: null,
  installed: false,
  workflows: [workflow('alerts', 'New order alerts')],
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
