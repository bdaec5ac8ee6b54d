import { createAlloy } from '../core/alloy';
import type { AlloyCore } from '../core/alloy-core';
import type { AlloyOptions } from '../core/contract/options';
import type { ModalCause } from '../core/contract/modal-cause';
import { pageGuard } from '../sdk/guard/page-guard';
import { loadAlloyFrontend } from '../sdk/load';
import { engineModule, loadEngine } from './load-engine';
import { systemClock } from './system-clock';

/** The shell of one identity in this browser; the engine behind it is a chunk of its own. */
export function createBrowserAlloy(options: AlloyOptions): AlloyCore {
  return createAlloy(options, {
    clock: systemClock,
    loadEngine,
    hasToken: (options) => engineModule?.hasToken(options) ?? false,
    loadSdk: loadAlloyFrontend,
    onceOnline: (run) => addEventListener('online', run, { once: true }),
    cause,
  });
}

/** So that the modal is meant by no listener of the host that comes later. Once a page is enough. */
export function guardThisPage(): void {
  pageGuard(window);
}

function cause(): ModalCause | undefined {
  // Whoever calls install() calls it in some handler, and seldom hands on the event.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells of it, and every browser has it
  const { event } = window;
  return event && { event, path: event.composedPath() };
}
