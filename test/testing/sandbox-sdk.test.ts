import { expect, test } from 'vitest';
import { createSandboxSdk } from '../../src/testing';

/** The page of the modal that the sandbox draws for this integration. */
async function pageFor(
  integrationId: string,
  options?: Parameters<typeof createSandboxSdk>[0],
): Promise<string> {
  const sdk = (await createSandboxSdk(options)()) as {
    install(params: object): void;
  };
  sdk.install({ integrationId, callback: () => undefined });
  const frame = document.querySelector('iframe');
  document.body.replaceChildren();
  return frame?.srcdoc ?? '';
}

test('its modal knows the integrations of the sandbox API by name, unless it is given others', async () => {
  const shopify = '66326843cc9cdb107221f222';
  expect(await pageFor(shopify)).toContain('Connect Shopify');
  expect(await pageFor(shopify, { integrations: [] })).toContain('Connect an app');
});
