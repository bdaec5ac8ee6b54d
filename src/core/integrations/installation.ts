import type { DetectInstallation } from '../alloy-core';
import { hasUpdate } from './integration';
import type { AlloyData } from './integrations';

/** Tells what an account has installed by the data that the hooks of the same provider fetch. */
export function createInstallationDetector(data: AlloyData): DetectInstallation {
  return (target, listener) => {
    function tell(): void {
      const integrations = data.getSnapshot().data;
      if (!integrations) return;
      if ('integrationId' in target) {
        const { integrationId } = target;
        const integration = integrations.find((one) => one.integrationId === integrationId);
        listener({
          installed: integration?.installed ?? false,
          updateAvailable: integration !== undefined && hasUpdate(integration),
        });
      } else {
        const workflows = target.workflowIds.map(data.workflow);
        listener({
          installed: workflows.length > 0 && workflows.every((workflow) => workflow?.installed),
          updateAvailable: workflows.some((workflow) => workflow?.updateAvailable),
        });
      }
    }
    tell();
    return data.subscribe(tell);
  };
}
