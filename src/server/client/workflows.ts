import type { ApiMethod } from './api-call';
import { checkedId } from './checked-id';
import type { AlloyClient } from './contract';

type Workflows = AlloyClient['workflows'];

export function createWorkflows(method: ApiMethod): Workflows {
  function switchTo(action: 'activate' | 'deactivate'): Workflows['activate'] {
    return async (userId, workflowId, options) => {
      const body = { userId: checkedId(userId), workflowId };
      await method(options, (call) => call({ method: 'PUT', path: ['workflows', action], body }));
    };
  }

  return {
    activate: switchTo('activate'),
    deactivate: switchTo('deactivate'),
    async delete(userId, workflowId, options) {
      const path = ['workflows', workflowId];
      await method(options, (call) => call({ method: 'DELETE', path, query: { userId } }));
    },
  };
}
