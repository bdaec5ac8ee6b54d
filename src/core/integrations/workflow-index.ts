import type { Integration, Workflow } from './integration';

export interface WorkflowIndex {
  /** Of several with this id, one that is installed. */
  find(integrations: readonly Integration[] | undefined, workflowId: string): Workflow | undefined;
}

/** Finds workflows by their ids. The index is made once for each list. */
export function createWorkflowIndex(): WorkflowIndex {
  let indexed: readonly Integration[] | undefined;
  let byId = new Map<string, Workflow>();
  return {
    find(integrations, workflowId) {
      if (integrations !== indexed) {
        indexed = integrations;
        byId = indexWorkflows(integrations);
      }
      return byId.get(workflowId);
    },
  };
}

function indexWorkflows(integrations: readonly Integration[] = []): Map<string, Workflow> {
  const byId = new Map<string, Workflow>();
  for (const workflow of integrations.flatMap(({ workflows }) => workflows)) {
    if (!byId.get(workflow.workflowId)?.installed) byId.set(workflow.workflowId, workflow);
  }
  return byId;
}
