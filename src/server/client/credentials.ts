import { listIn, objectIn } from './answer';
import type { Endpoint } from './api-address';
import type { ApiMethod } from './api-call';
import type { AlloyClient, AlloyCredential } from './contract';

export function createCredentials(
  method: ApiMethod,
  { isOlder }: Endpoint,
): AlloyClient['credentials'] {
  return {
    async list(userId, options) {
      // Version 2025-09 documents another path than the code of older versions uses.
      const path = isOlder ? ['users', userId, 'credentials'] : ['credentials', 'users', userId];
      const { json } = await method(options, (call) => call({ method: 'GET', path }));
      return listIn(json, 'GET /credentials/users/{userId}').flatMap(readCredential);
    },
    async delete(userId, credentialId, options) {
      const path = ['users', userId, 'credentials', credentialId];
      await method(options, (call) => call({ method: 'DELETE', path }));
    },
  };
}

function readCredential(item: unknown): AlloyCredential[] {
  const { credentialId, type, name } = objectIn(item);
  if (typeof credentialId !== 'string') return [];
  return [
    {
      credentialId,
      type: typeof type === 'string' ? type : '',
      name: typeof name === 'string' ? name : '',
    },
  ];
}
