import type { Integration } from 'alloy-react';
import { sandboxIntegrations } from '../sandbox/integrations';

/** What the sandbox holds: nothing is installed. */
export const fresh: readonly Integration[] = sandboxIntegrations;

/** A page in the middle of its life: some are connected, one has an update, one has no icon, one's icon fails. */
export const lived: readonly Integration[] = fresh.map((integration, index) => ({
  ...integration,
  installed: index === 0 || index === 3,
  icon: index === 4 ? null : index === 5 ? 'data:image/png,broken' : integration.icon,
  workflows: integration.workflows.map((workflow, position) => ({
    ...workflow,
    installed: index === 0 || index === 3,
    active: (index === 0 && position === 0) || index === 3,
    version: index === 3 ? 2 : 1,
    installedVersion: index === 0 || index === 3 ? 1 : null,
    updateAvailable: index === 3,
  })),
}));

/** As many as no product has. */
export const many: readonly Integration[] = Array.from({ length: 500 }, (_, index) => {
  const template = lived[index % lived.length] ?? fresh[0];
  if (!template) throw new Error('There is no integration to multiply.');
  const id = `many-${index}`;
  return {
    ...template,
    integrationId: id,
    name: `${template.name} ${index + 1}`,
    workflows: template.workflows.map((workflow) => ({
      ...workflow,
      workflowId: `${id}-${workflow.workflowId}`,
    })),
  };
});
