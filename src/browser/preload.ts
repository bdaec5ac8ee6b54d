import type { AlloySdkLoader } from '../core/contract/options';
import { loadAlloyFrontend } from '../sdk/load';
import { loadEngine } from './load-engine';

/** For {@link preloadAlloy}. */
export interface PreloadAlloyOptions {
  /** The `loadSdk` of your provider, if it has one. @default npm's `alloy-frontend` */
  loadSdk?: AlloySdkLoader | undefined;
}

/**
 * Fetches what `<AlloyProvider>` loads on demand, its engine and Alloy's SDK, side by side and ahead of the provider: before
 * hydration, or on the page that leads to the one with the button. It never asks for a token.
 *
 * What fails is fetched again by the provider. On a server it does nothing.
 *
 * @example
 * ```tsx
 * preloadAlloy();
 * hydrateRoot(document, <App />);
 * ```
 */
export function preloadAlloy({ loadSdk = loadAlloyFrontend }: PreloadAlloyOptions = {}): void {
  if (typeof window === 'undefined') return;
  for (const load of [loadEngine, loadSdk]) {
    // A promise of its own, because a loader may throw.
    new Promise((resolve) => resolve(load())).catch(() => undefined);
  }
}
