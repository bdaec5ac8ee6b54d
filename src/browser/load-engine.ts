import type { EngineModule } from '../core/alloy';

/** Once it is here. */
export let engineModule: EngineModule | undefined;

/** The lazily loaded half, a chunk of its own. */
export async function loadEngine(): Promise<EngineModule> {
  return (engineModule ??= await import('./engine'));
}
