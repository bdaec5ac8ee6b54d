'use client';

import type { AlloyCore } from '../core/alloy';
import { dataOf } from './useData';

/** What is known of an account at Alloy: by an install of the button's own, or because Alloy says so. */
export interface Installation {
  alloy: AlloyCore;
  installed: boolean;
  /** A newer version than the installed one exists. */
  updateAvailable?: boolean;
}

/**
 * Tells `listener` what is installed, now and after each change; returns how to stop that. A module of its own,
 * imported on demand, so that only apps with a button that asks for it fetch the data hooks and TanStack Query.
 *
 * @param subject the id of an integration, or those of workflows with commas between
 */
export function detectInstalled(
  alloy: AlloyCore,
  subject: string,
  listener: (installation: Installation) => void,
): () => void {
  const data = dataOf(alloy);

  function tell(): void {
    const integrations = data.getSnapshot().data;
    if (!integrations) return;
    const integration = integrations.find(({ integrationId }) => integrationId === subject);
    const workflows = integration?.workflows ?? subject.split(',').map(data.workflow);
    listener({
      alloy,
      installed: integration?.installed ?? workflows.every((workflow) => workflow?.installed),
      updateAvailable: workflows.some((workflow) => workflow?.updateAvailable),
    });
  }

  tell();
  return data.subscribe(tell);
}
