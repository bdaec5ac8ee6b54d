import { AlloyError, toAlloyError } from '../../errors/alloy-error';
import { redactError } from '../../errors/redact';
import { elapsedMs, type Clock } from '../clock';
import type { AlloyEvent } from '../contract/events';
import { createStore, type Store } from '../store';

type SdkState = { status: 'idle' | 'loading' | 'ready' } | { status: 'error'; error: AlloyError };

export interface SdkSourcePorts<Sdk> {
  clock: Clock;
  load(): Promise<unknown>;
  /** How long `load` may take; undefined where it sees to that itself. */
  timeoutMs(): number | undefined;
  /** @throws AlloyError "sdk/invalid" */
  create(loaded: unknown): Sdk;
  onEvent: (event: AlloyEvent) => void;
}

/** Alloy's SDK: loaded at the first need, and anew after a failure. */
export interface SdkSource<Sdk> {
  readonly store: Store<SdkState>;
  /** @throws AlloyError "sdk/load-failed" or "sdk/invalid" */
  get(): Promise<Sdk>;
  /** Leaves no timer behind. */
  stop(): void;
}

export function createSdkSource<Sdk>(ports: SdkSourcePorts<Sdk>): SdkSource<Sdk> {
  const { clock, onEvent } = ports;
  const store = createStore<SdkState>({ status: 'idle' });
  let loading: Promise<Sdk> | null = null;
  let cancelTimeout = (): void => undefined;

  async function load(): Promise<Sdk> {
    const startedAt = clock.now();
    store.set({ status: 'loading' });
    try {
      const sdk = ports.create(await inTime(ports.load()));
      store.set({ status: 'ready' });
      onEvent({ type: 'sdk.loaded', durationMs: elapsedMs(startedAt, clock.now()) });
      return sdk;
    } catch (caught) {
      loading = null;
      const error = toAlloyError(redactError(caught), 'sdk/load-failed');
      store.set({ status: 'error', error });
      onEvent({ type: 'sdk.failed', error });
      throw error;
    } finally {
      cancelTimeout();
    }
  }

  function inTime(loaded: Promise<unknown>): Promise<unknown> {
    const timeoutMs = ports.timeoutMs();
    if (timeoutMs === undefined) return loaded;
    return new Promise((resolve, reject) => {
      const where = ` within ${timeoutMs / 1000} seconds`;
      cancelTimeout = clock.after(timeoutMs, () =>
        reject(new AlloyError('sdk/load-failed', { where })),
      );
      loaded.then(resolve, reject);
    });
  }

  return {
    store,
    get: () => (loading ??= load()),
    stop: () => cancelTimeout(),
  };
}
