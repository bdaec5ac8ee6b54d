import { systemClock } from './system-clock';
import { createEngine as createCoreEngine, type Engine, type EngineHost } from '../core/engine';
import { browserPage } from './browser-page';
import { createModalOpener } from '../sdk/adapter';
import { randomFor } from './random';
import { guardPage } from '../sdk/guard/decide';

/** The lazily loaded half, wired to the browser. */
export function createEngine(host: EngineHost): Engine {
  guardPage(window);
  return createCoreEngine(host, {
    clock: systemClock,
    page: browserPage,
    random: randomFor(host.options),
    createModalOpener,
  });
}
