import { SANDBOX_INTEGRATIONS } from '../../src/testing/sandbox/integrations';

/** The sandbox's Shopify: what most stories connect. */
export const SHOPIFY = '66326843cc9cdb107221f222';

export const sandboxIntegrations = SANDBOX_INTEGRATIONS;
