import type { DetectInstallation } from '../alloy';
import type { AlloyData } from './integrations';

/** Tells what an account has installed by the data that the hooks of the same provider fetch. */
export function createInstallationDetector(data: AlloyData): DetectInstallation {
  return (subject, listener) => {
    function tell(): void {
      const integrations = data.getSnapshot().data;
      if (!integrations) return;
      const integration = integrations.find(({ integrationId }) => integrationId === subject);
      const workflows = integration?.workflows ?? subject.split(',').map(data.workflow);
      listener({
        installed: integration?.installed ?? workflows.every((workflow) => workflow?.installed),
        updateAvailable: workflows.some((workflow) => workflow?.updateAvailable),
      });
    }
    tell();
    return data.subscribe(tell);
  };
}
