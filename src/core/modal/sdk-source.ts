import { AlloyError } from '../../errors/alloy-error';
import { toAlloyError } from '../../errors/to-alloy-error';
import { withDeadline } from '../../shared/deadline';
import { elapsedMs } from '../clock';
import type { AlloyEvent } from '../contract/events';
import { createHealer, type HealerPorts } from '../healer';
import { createStore, type Store } from '../store';

type SdkState = { status: 'idle' | 'loading' | 'ready' } | { status: 'error'; error: AlloyError };

export interface SdkSourcePorts<Sdk> extends HealerPorts {
  load(): Promise<unknown>;
  /** How long `load` may take. */
  timeoutMs(): number;
  /** @throws AlloyError "sdk/invalid" */
  create(loaded: unknown): Sdk;
  onEvent: (event: AlloyEvent) => void;
}

/** Alloy's SDK: loaded at the first need; after a failure at the next need, when the network is back, and now and then. */
export interface SdkSource<Sdk> {
  readonly store: Store<SdkState>;
  /** @throws AlloyError "sdk/load-failed" or "sdk/invalid" */
  get(): Promise<Sdk>;
  /** Gives up a load that is under way. Final. */
  stop(): void;
}

export function createSdkSource<Sdk>(ports: SdkSourcePorts<Sdk>): SdkSource<Sdk> {
  const { clock, page, onEvent } = ports;
  const store = createStore<SdkState>({ status: 'idle' });
  const abort = new AbortController();
  let loading: Promise<Sdk> | null = null;
  const healer = createHealer(ports, loadAgain);
  const stopWaking = page.onWake((cause) => {
    if (cause === 'online') loadAgain();
  });

  function get(): Promise<Sdk> {
    return (loading ??= load());
  }

  function loadAgain(): void {
    const state = store.getSnapshot();
    if (state.status === 'error' && state.error.retryable) get().catch(() => undefined);
  }

  async function load(): Promise<Sdk> {
    const startedAt = clock.now();
    healer.pause();
    store.set({ status: 'loading' });
    try {
      const sdk = read(await fetchIt());
      healer.reset();
      store.set({ status: 'ready' });
      onEvent({ type: 'sdk.loaded', durationMs: elapsedMs(startedAt, clock.now()) });
      return sdk;
    } catch (caught) {
      loading = null;
      const error = toAlloyError(caught, 'sdk/load-failed');
      store.set({ status: 'error', error });
      if (error.retryable && !abort.signal.aborted) healer.schedule();
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
    get,
    stop() {
      stopWaking();
      healer.reset();
      abort.abort(new AlloyError('provider/unmounted'));
    },
  };
}
