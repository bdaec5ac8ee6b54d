import type { SandboxIntegration } from '../src/testing';

export const SHOPIFY = '66326843cc9cdb107221f222';

export const sandboxIntegrations: SandboxIntegration[] = [
  { integrationId: SHOPIFY, name: 'Shopify', icon: null },
];
