export { AlloyApiError, type AlloyApiErrorCode, type AlloyApiErrorOptions } from './api-error';
export {
  createAlloyClient,
  type AlloyCallOptions,
  type AlloyClient,
  type AlloyClientOptions,
  type AlloyUserInput,
} from './client';
export { toNodeHandler, type NodeHandlerOptions } from './node-handler';
export type { TokenCache } from './token-cache';
export { createTokenHandler, type TokenHandlerOptions } from './token-handler';
