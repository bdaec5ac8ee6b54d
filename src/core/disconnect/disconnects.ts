import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import type { AlloyCore } from '../alloy-core';
import type { AlloyData } from '../integrations/integrations';
import { removalChange } from './removal-change';
import { createStore, type Store } from '../store';

/** How a disconnect ended. */
export type DisconnectOutcome =
  | {
      /** "success": it is not installed any more. "error": it still is, or nobody knows. */
      status: 'success';
    }
  | {
      status: 'error';
      /** Why it failed. */
      error: AlloyError;
    };

/** How the newest disconnect of an integration stands. */
export type DisconnectState =
  | {
      /** "idle": none since the integration was connected last. */
      status: 'idle' | 'pending' | 'success';
      /** Why the last one failed; otherwise null. */
      error: null;
    }
  | { status: 'error'; error: AlloyError };

/** The disconnecting of one integration, shared by all who show it. */
interface Disconnect extends Pick<Store<DisconnectState>, 'getSnapshot' | 'subscribe'> {
  /** Shown at once, and taken back if it fails. Never rejects. While one is under way: the same promise. */
  disconnect: () => Promise<DisconnectOutcome>;
}

export interface Disconnects {
  of(integrationId: string): Disconnect;
}

export function createDisconnects(alloy: AlloyCore, data: AlloyData): Disconnects {
  const disconnects = new Map<string, Disconnect & { reset(): void }>();
  let abort = new AbortController();

  function create(integrationId: string): Disconnect & { reset(): void } {
    const store = createStore<DisconnectState>(IDLE);
    let running: Promise<DisconnectOutcome> | null = null;

    async function run(signal: AbortSignal): Promise<DisconnectOutcome> {
      store.set(PENDING);
      const removal = data.beginRemoval(removalChange(integrationId));
      const error = await ask(integrationId, signal).then(() => null, asAlloyError);
      // It was another user's: nothing of it is shown, also if it was done just in time.
      if (signal.aborted) return { status: 'error', error: new AlloyError('provider/unmounted') };
      running = null;
      store.set(error ? { status: 'error', error } : SUCCESS);
      removal.end(error);
      return error ? { status: 'error', error } : { status: 'success' };
    }

    return {
      getSnapshot: store.getSnapshot,
      subscribe: store.subscribe,
      disconnect() {
        running ??= run(abort.signal);
        return running;
      },
      reset() {
        running = null;
        store.set(IDLE);
      },
    };
  }

  async function ask(integrationId: string, signal: AbortSignal): Promise<void> {
    const { disconnectUrl, userKey } = alloy.options;
    if (!disconnectUrl) {
      const got = 'no disconnectUrl, though something is to be disconnected';
      throw new AlloyError('provider/invalid-props', { got });
    }
    if (userKey === null) throw new AlloyError('disconnect/unauthorized', { got: '' });
    await (await alloy.load()).disconnect(integrationId, signal);
  }

  function resetAll(): void {
    abort.abort(new AlloyError('provider/unmounted'));
    abort = new AbortController();
    for (const held of disconnects.values()) held.reset();
  }

  alloy.listen((signal) => {
    if (signal.type !== 'modal') {
      resetAll();
      return;
    }
    // Whoever connects it again is not told any more how its disconnecting went.
    const held = disconnects.get(signal.target.integrationId ?? '');
    if (held?.getSnapshot().status !== 'pending') held?.reset();
  });

  return {
    of(integrationId) {
      const held = disconnects.get(integrationId) ?? create(integrationId);
      disconnects.set(integrationId, held);
      return held;
    },
  };
}

function asAlloyError(error: unknown): AlloyError {
  return isAlloyError(error) ? error : new AlloyError('disconnect/network', { cause: error });
}

const IDLE: DisconnectState = { status: 'idle', error: null };
const PENDING: DisconnectState = { status: 'pending', error: null };
const SUCCESS: DisconnectState = { status: 'success', error: null };
