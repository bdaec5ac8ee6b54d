import type { ModalOptions } from '../contract/modal';
import { hasUpdate, mapChanged, mapWorkflows, type Integration } from './integration';
import type { Change } from './recent-changes';

type Integrations = readonly Integration[];

/**
 * What a modal that ended in success has done.
 *
 * @param known the list before
 */
export function installChange(target: ModalOptions, known: Integrations): Change {
  const { integrationId, workflowIds = [] } = target;
  const owners = known.filter(({ workflows }) =>
    workflows.some(({ workflowId }) => workflowIds.includes(workflowId)),
  );
  return {
    kind: 'install',
    integrationIds:
      integrationId === undefined ? owners.map((one) => one.integrationId) : [integrationId],
    isIn: (integrations) => isIn(integrations, target),
    apply: (integrations) => withInstall(integrations, target),
  };
}

function isIn(
  integrations: Integrations,
  { integrationId, workflowIds = [], operation }: ModalOptions,
): boolean {
  const workflows = integrations.flatMap((integration) => integration.workflows);
  return integrationId === undefined
    ? workflowIds.every((id) =>
        workflows.some(({ workflowId, installed }) => workflowId === id && installed),
      )
    : integrations.some(
        (integration) =>
          integration.integrationId === integrationId &&
          integration.installed &&
          !(operation === 'update' && hasUpdate(integration)),
      );
}

function withInstall(
  integrations: Integrations,
  { integrationId, workflowIds = [], operation }: ModalOptions,
): Integrations {
  if (integrationId === undefined) {
    return mapWorkflows(integrations, (workflow) =>
      workflow.installed || !workflowIds.includes(workflow.workflowId)
        ? workflow
        : { ...workflow, installed: true },
    );
  }
  return mapChanged(integrations, (integration) => {
    if (integration.integrationId !== integrationId) return integration;
    if (operation !== 'update')
      return integration.installed ? integration : { ...integration, installed: true };
    const workflows = integration.workflows.map((workflow) => ({
      ...workflow,
      updateAvailable: false,
    }));
    return { ...integration, installed: true, workflows };
  });
}
