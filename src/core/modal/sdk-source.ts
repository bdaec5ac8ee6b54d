import { AlloyError } from '../../errors/alloy-error';
import { toAlloyError } from '../../errors/to-alloy-error';
import { withDeadline } from '../../shared/deadline';
import { elapsedMs, type Clock } from '../clock';
import type { AlloyEvent } from '../contract/events';
import { createStore, type Store } from '../store';

type SdkState = { status: 'idle' | 'loading' | 'ready' } | { status: 'error'; error: AlloyError };

export interface SdkSourcePorts<Sdk> {
  clock: Clock;
  load(): Promise<unknown>;
  /** How long `load` may take. */
  timeoutMs(): number;
  /** @throws AlloyError "sdk/invalid" */
  create(loaded: unknown): Sdk;
  onEvent: (event: AlloyEvent) => void;
}

/** Alloy's SDK: loaded at the first need, and again after a failure. */
export interface SdkSource<Sdk> {
  readonly store: Store<SdkState>;
  /** @throws AlloyError "sdk/load-failed" or "sdk/invalid" */
  get(): Promise<Sdk>;
  /** Gives up a load that is under way. Final. */
  stop(): void;
}

export function createSdkSource<Sdk>(ports: SdkSourcePorts<Sdk>): SdkSource<Sdk> {
  const { clock, onEvent } = ports;
  const store = createStore<SdkState>({ status: 'idle' });
  const abort = new AbortController();
  let loading: Promise<Sdk> | null = null;

  async function load(): Promise<Sdk> {
    const startedAt = clock.now();
    store.set({ status: 'loading' });
    try {
      const sdk = read(await fetchIt());
      store.set({ status: 'ready' });
      onEvent({ type: 'sdk.loaded', durationMs: elapsedMs(startedAt, clock.now()) });
      return sdk;
    } catch (caught) {
      loading = null;
      const error = toAlloyError(caught, 'sdk/load-failed');
      store.set({ status: 'error', error });
      onEvent({ type: 'sdk.failed', error });
      throw error;
    }
  }

  function fetchIt(): Promise<unknown> {
    const ms = ports.timeoutMs();
    return withDeadline(() => ports.load(), {
      ms,
      signal: abort.signal,
      clock,
      onTimeout: () =>
        new AlloyError('sdk/load-failed', { detail: `Nothing came within ${ms / 1000} seconds` }),
    });
  }

  /** What arrived and cannot be used is a fault of another kind than what did not arrive. */
  function read(loaded: unknown): Sdk {
    try {
      return ports.create(loaded);
    } catch (caught) {
      throw toAlloyError(caught, 'sdk/invalid', { got: 'something that threw when it was read' });
    }
  }

  return {
    store,
    get: () => (loading ??= load()),
    stop: () => abort.abort(new AlloyError('provider/unmounted')),
  };
}
