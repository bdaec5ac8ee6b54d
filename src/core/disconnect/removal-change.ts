import { mapChanged } from '../integrations/integration';
import type { Change } from '../integrations/recent-changes';

/** What the disconnect endpoint has done when it has answered. */
export function removalChange(integrationId: string): Change {
  return {
    kind: 'removal',
    integrationIds: [integrationId],
    isIn: (integrations) =>
      !integrations.some((one) => one.integrationId === integrationId && one.installed),
    apply: (integrations) =>
      mapChanged(integrations, (integration) => {
        if (integration.integrationId !== integrationId || !integration.installed) {
          return integration;
        }
        const workflows = integration.workflows.map((workflow) => ({
          ...workflow,
          installed: false,
          active: false,
          installedVersion: null,
          updateAvailable: false,
        }));
        return { ...integration, installed: false, workflows };
      }),
  };
}
