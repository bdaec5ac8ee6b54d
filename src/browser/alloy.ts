import { createAlloy, type AlloyCore } from '../core/alloy';
import type { AlloyOptions } from '../core/contract/options';
import { loadAlloyFrontend } from '../sdk/load';
import { systemClock } from './system-clock';

/** The shell of one identity in this browser; the engine behind it is a chunk of its own. */
export function createBrowserAlloy(options: AlloyOptions): AlloyCore {
  return createAlloy(options, {
    clock: systemClock,
    loadEngine: () => import('./engine'),
    loadSdk: loadAlloyFrontend,
    onceOnline: (run) => addEventListener('online', run, { once: true }),
  });
}
