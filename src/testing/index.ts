export { AlloyTestProvider, type AlloyTestProviderProps } from './AlloyTestProvider';
export { createFakeAlloy, type FakeAlloy } from './fake-alloy';
export { createFakeToken, type FakeTokenOptions } from './fake-token';
