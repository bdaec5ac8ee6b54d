import { listIn, objectIn } from './answer';
import type { ApiMethod } from './api-call';
import type { AlloyClient } from './contract';

export function createIntegrations(method: ApiMethod): AlloyClient['integrations'] {
  return {
    async list(userId, options) {
      const { json } = await method(options, (call) =>
        call({ method: 'GET', path: ['integrations'], query: { userId } }),
      );
      return listIn(json, 'GET /integrations');
    },
    async get(userId, integrationId, options) {
      const path = ['integrations', integrationId];
      const { json } = await method(options, (call) =>
        call({ method: 'GET', path, query: { userId } }),
      );
      return objectIn(json).data ?? json;
    },
  };
}
