export {
  AlloyApiError,
  type AlloyApiErrorCode,
  type AlloyApiErrorOptions,
} from './client/api-error';
export { createAlloyClient } from './client/client';
export type {
  AlloyCallOptions,
  AlloyClient,
  AlloyClientOptions,
  AlloyCredential,
  AlloyUserInput,
  AlloyUserToken,
} from './client/contract';
export {
  createDisconnectHandler,
  type DisconnectHandlerOptions,
} from './disconnect/disconnect-handler';
export type { Identify } from './endpoint/identify';
export { toNodeHandler, type NodeHandlerOptions } from './node/node-handler';
export type { TokenCache } from './token/token-cache';
export { createTokenHandler, type TokenHandlerOptions } from './token/token-handler';
