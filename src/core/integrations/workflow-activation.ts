import { MutationObserver, type QueryClient } from '@tanstack/query-core';
import type { AlloyError } from '../../errors/alloy-error';

/** The switching of one workflow, shared by all who show it. */
export interface WorkflowActivation {
  subscribe(listener: () => void): () => void;
  /** The same object while nothing changed. */
  getSnapshot(): { isPending: boolean; error: AlloyError | null };
  /** Shown at once, taken back if Alloy refuses. Never rejects: how it went is in the snapshot. */
  setActive(active: boolean): Promise<void>;
}

export interface WorkflowActivationPorts {
  client: QueryClient;
  /** Asks Alloy. @throws AlloyError */
  send(active: boolean): Promise<void>;
  /** Makes the data say so. */
  show(active: boolean): void;
  /** The newest switch is settled, all before it are too. */
  onSettled(error: AlloyError | null): void;
}

export function createWorkflowActivation(
  workflowId: string,
  { client, send, show, onSettled }: WorkflowActivationPorts,
): WorkflowActivation {
  const mutationKey = [workflowId];

  function isNewest(): boolean {
    return client.isMutating({ mutationKey, exact: true }) === 1;
  }

  const mutation = new MutationObserver<void, AlloyError, boolean>(client, {
    mutationKey,
    // One after the other: the last click is the one that counts.
    scope: { id: workflowId },
    networkMode: 'always',
    mutationFn: send,
    onError(_error, active) {
      if (isNewest()) show(!active);
    },
    onSettled(_data, error) {
      if (isNewest()) onSettled(error);
    },
  });

  return {
    subscribe: (listener) => mutation.subscribe(listener),
    getSnapshot: () => mutation.getCurrentResult(),
    async setActive(active) {
      show(active);
      await mutation.mutate(active).catch(() => undefined);
    },
  };
}
