import { AlloyError, isAlloyError } from '../errors/alloy-error';
import { callHost } from '../shared/host-code';
import type { AlloyCore, AlloySignal, DetectInstallation } from './alloy-core';
import type { Clock } from './clock';
import type { Alloy } from './contract/alloy';
import type { ModalCause } from './contract/modal-cause';
import type { AlloyOptions, AlloySdkLoader } from './contract/options';
import { createCountedMount } from './counted-mount';
import type { Engine, EngineHost } from './engine';
import { createStore } from './store';
import { requestToken, type TokenAnswer } from './token/request';

const LOAD_TIMEOUT_MS = 30_000;

/** The lazily loaded half. */
export interface EngineModule {
  /** @throws AlloyError when it cannot serve the host's options */
  createEngine(host: EngineHost): Engine;
  /** Whether a provider that has just gone left a token for this one. What it left for another user is forgotten. */
  hasToken(options: AlloyOptions): boolean;
}

export interface AlloyPorts {
  clock: Clock;
  loadEngine(): Promise<EngineModule>;
  /** As that of the engine; false until that has come. */
  hasToken(options: AlloyOptions): boolean;
  loadSdk: AlloySdkLoader;
  /** Calls `run` when the network is back, once however often it is asked to. */
  onceOnline(run: () => void): void;
  /** What the user is doing right now. */
  cause?: () => ModalCause | undefined;
}

/**
 * The half that is in an app's first bundle: it knows what is asked for, sends the first token request the
 * moment it is needed, and has the engine, which does all the rest, fetched beside it.
 */
export function createAlloy(initial: AlloyOptions, ports: AlloyPorts): AlloyCore {
  const { clock } = ports;
  const listeners = new Set<(signal: AlloySignal) => void>();
  let options = initial;
  let isStopped = false;
  let abort = new AbortController();
  let loading: Promise<Engine> | null = null;
  let engine: Engine | null = null;
  /** On its way before the engine is here to ask for it. */
  let earlySdk: Promise<unknown> | null = null;

  const getToken: AlloyCore['getToken'] = async (need) => (await load()).getToken(need);

  const store = createStore<Alloy>({
    status: 'idle',
    error: null,
    refresh: async () => (await load()).refresh(),
    getToken: () => getToken(),
  });

  function setStatus(status: Alloy['status'], error: AlloyError | null = null): void {
    const before = store.getSnapshot();
    if (before.status !== status || before.error !== error) store.set({ ...before, status, error });
  }

  function tell(signal: AlloySignal): void {
    listeners.forEach((listener) => listener(signal));
  }

  async function loadSdk(): Promise<unknown> {
    return (options.loadSdk ?? ports.loadSdk)();
  }

  async function load(): Promise<Engine> {
    if (isStopped) throw new AlloyError('provider/unmounted');
    const mine = (loading ??= start());
    try {
      return await mine;
    } catch (caught) {
      const error = asAlloyError(caught);
      if (loading === mine) {
        abort.abort(error);
        loading = earlySdk = null;
        // Nobody is signed in: that is no failure of the provider.
        if (options.userKey !== null) setStatus('error', error);
        if (error.retryable) ports.onceOnline(preload);
      }
      throw error;
    }
  }

  /** The first token request leaves ahead of the engine, which takes its answer. */
  async function start(): Promise<Engine> {
    const run = (abort = new AbortController());
    let early: TokenAnswer | null = null;
    if (canAsk(options)) {
      setStatus('loading');
      if (!ports.hasToken(options)) {
        early = requestToken(options, clock, { signal: run.signal, reason: 'initial' });
        // Whether it failed is for the engine to see; until that is here nobody listens.
        early.body.catch(ignore);
      }
    }
    const cancelTimeout = clock.after(LOAD_TIMEOUT_MS, () =>
      run.abort(new AlloyError('sdk/load-failed')),
    );
    const { createEngine } = await loadEngine(run).finally(cancelTimeout);
    // It may have been given up since, a turn before this one.
    if (run.signal.aborted) throw run.signal.reason as Error;
    return (engine = createEngine({
      options: () => options,
      setStatus,
      tell,
      emit: (event) => callHost(() => options.onEvent?.(event)),
      loadSdk() {
        const sdk = earlySdk ?? loadSdk();
        earlySdk = null;
        return sdk;
      },
      requestToken(context) {
        if (!early) return requestToken(options, clock, context);
        const first = early;
        early = null;
        context.signal.addEventListener('abort', () => run.abort());
        return first;
      },
    }));
  }

  /** A download can hang without failing, and a click needs an answer. */
  function loadEngine({ signal }: AbortController): Promise<EngineModule> {
    const givenUp = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
    const engineModule = ports.loadEngine().catch((cause: unknown) => {
      throw new AlloyError('sdk/load-failed', { cause });
    });
    return Promise.race([givenUp, engineModule]);
  }

  /** For a modal: the SDK is asked for beside the engine, which takes it. */
  function loadForModal(): Promise<Engine> {
    const coming = load();
    if (loading && !engine && canAsk(options)) {
      earlySdk ??= loadSdk();
      earlySdk.catch(ignore);
    }
    return coming;
  }

  function preload(): void {
    if (options.userKey === null) return;
    // After an unmount this does nothing.
    loadForModal()
      .then((ready) => ready.preload())
      .catch(ignore);
  }

  function begin(): void {
    isStopped = false;
    // Whatever was left for another user is gone from now on.
    ports.hasToken(options);
    if ((options.preload ?? 'mount') === 'mount') preload();
  }

  function stop(): void {
    isStopped = true;
    abort.abort(new AlloyError('provider/unmounted'));
    engine?.stop();
    engine = loading = earlySdk = null;
    setStatus('idle');
    tell({ type: 'stopped' });
  }

  return {
    store,
    detector: createStore<DetectInstallation | null>(null),
    preload,
    get options() {
      return options;
    },
    setOptions(next) {
      options = next;
    },
    mount: createCountedMount(begin, stop, () => engine?.leave()),
    intent() {
      if (options.preload === 'intent') preload();
    },
    getToken,
    load,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openModal(request) {
      const cause = ports.cause?.();
      loadForModal()
        .then((ready) => ready.openModal({ ...request, cause }))
        .catch((caught: unknown) => {
          request.onEnd({ status: 'error', error: asAlloyError(caught) });
        });
    },
  };
}

/** Without the copy that `toAlloyError` makes: nothing foreign is thrown before the engine is here. */
function asAlloyError(cause: unknown): AlloyError {
  return isAlloyError(cause) ? cause : new AlloyError('provider/failed', { cause });
}

/** Whether there is somebody to ask, and for whom. What is wrong where there is not is for the engine to say. */
function canAsk({ userKey, tokenUrl, getToken, region = 'us' }: AlloyOptions): boolean {
  return userKey !== null && !tokenUrl !== !getToken && ['us', 'eu'].includes(region);
}

function ignore(): void {
  // It is told of elsewhere.
}
