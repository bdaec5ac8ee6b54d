export { AlloyTestProvider, type AlloyTestProviderProps } from './fake/AlloyTestProvider';
export { createFakeAlloy, type FakeAlloy, type FakeAlloyOptions } from './fake/fake-alloy';
export type { FakeEndpoint } from './fake/fake-endpoint';
export type { FakeModal } from './fake/fake-modal';
export { createFakeToken, type FakeTokenOptions } from './fake/fake-token';
export { createSandboxSdk, type SandboxIntegration, type SandboxSdkOptions } from './sandbox/sdk';
export {
  createSandboxApi,
  type SandboxAnswered,
  type SandboxApi,
  type SandboxApiControls,
  type SandboxApiOptions,
} from './sandbox/api';
export type { SandboxFailure } from './sandbox/orders';
export type { SandboxIntegrationInput } from './site/integrations';
