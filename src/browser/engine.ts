import { systemClock } from './system-clock';
import { createEngine as createCoreEngine, type Engine, type EngineHost } from '../core/engine';
import { browserPage } from './browser-page';
import type { AlloyOptions } from '../core/contract/options';
import { createTokenLegacy } from '../core/token/legacy';
import { createModalOpener } from '../sdk/adapter';
import { randomFor } from './random';
import { guardPage } from '../sdk/guard/decide';

const legacy = createTokenLegacy(systemClock);

/** Whether a provider that has just gone left a token for this one. */
export function hasToken(options: AlloyOptions): boolean {
  return legacy.of(options) !== null;
}

/** The lazily loaded half, wired to the browser. */
export function createEngine(host: EngineHost): Engine {
  guardPage(window);
  return createCoreEngine(host, {
    clock: systemClock,
    page: browserPage,
    random: randomFor(host.options),
    legacy,
    createModalOpener,
  });
}
