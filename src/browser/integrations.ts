import type { AlloyCore } from '../core/alloy-core';
import { createInstallationDetector } from '../core/integrations/installation';
import { createAlloyData, type AlloyData } from '../core/integrations/integrations';
import { browserPage } from './browser-page';
import { randomFor } from './random';
import { systemClock } from './system-clock';

/** Not a property of the core, so that apps without data hooks are without this module too. */
const data = new WeakMap<AlloyCore, AlloyData>();

/** The data of one core, which belongs to one identity: no other user meets what was fetched for this one. */
export function dataOf(alloy: AlloyCore): AlloyData {
  const held =
    data.get(alloy) ??
    createAlloyData(alloy, {
      clock: systemClock,
      page: browserPage,
      random: randomFor(() => alloy.options),
    });
  data.set(alloy, held);
  return held;
}

/** From now on the buttons of this provider can tell what is installed. */
export function offerDetection(alloy: AlloyCore): void {
  const { getSnapshot, set } = alloy.detector;
  if (!getSnapshot()) set(createInstallationDetector(dataOf(alloy)));
}
