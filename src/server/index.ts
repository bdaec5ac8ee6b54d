export {
  AlloyApiError,
  type AlloyApiErrorCode,
  type AlloyApiErrorOptions,
} from './client/api-error';
export {
  createAlloyClient,
  type AlloyCallOptions,
  type AlloyClient,
  type AlloyClientOptions,
  type AlloyUserInput,
} from './client/client';
export { toNodeHandler, type NodeHandlerOptions } from './node/node-handler';
export type { TokenCache } from './token/token-cache';
export { createTokenHandler, type TokenHandlerOptions } from './token/token-handler';
