import type { AlloyCore } from '../core/alloy-core';
import { createDisconnects, type Disconnects } from '../core/disconnect/disconnects';
import { dataOf } from './integrations';

/** As the data, not a property of the core: apps that disconnect nothing are without this module. */
const disconnects = new WeakMap<AlloyCore, Disconnects>();

/** The disconnecting under one core, which belongs to one identity. */
export function disconnectsOf(alloy: AlloyCore): Disconnects {
  const held = disconnects.get(alloy) ?? createDisconnects(alloy, dataOf(alloy));
  disconnects.set(alloy, held);
  return held;
}
