import { AlloyError, isAlloyError } from '../errors/alloy-error';
import type { AlloyErrorCode } from '../errors/codes';
import type { Clock } from './clock';
import type { Engine, EngineHost } from './engine';
import { adviseOnFault } from '../errors/advise-on-fault';
import { LOAD_TIMEOUT_MS, withDeadline } from '../shared/deadline';
import { callHost } from '../shared/host-code';
import type { ModalHost, ModalRequest } from './modal/session';
import type { ModalResult, Outcome } from './contract/modal';
import type { ModalCause } from './contract/modal-cause';
import type { AlloyOptions, AlloySdkLoader } from './contract/options';
import { createCountedMount } from './counted-mount';
import { createStore, type Store } from './store';
import type { TokenNeed } from './token/manager';
import { createTokenRequest, type TokenAnswer } from './token/request';

/** The same object, apart from a change of status or error: a token refresh re-renders nobody. */
export interface Alloy {
  /** "idle": nothing asked for yet. "ready": a fresh token and the SDK are here. */
  status: 'idle' | 'loading' | 'ready' | 'error';
  /** Why status is "error"; otherwise null. */
  error: AlloyError | null;
  /** Fetch a new token now. Resolves when it is here; concurrent calls share one request. */
  refresh(): Promise<void>;
  /** A JWT with enough life left to be used now. @throws AlloyError */
  getToken(): Promise<string>;
}

/** What an account has installed of an integration or of some workflows. */
interface Installation {
  installed: boolean;
  /** A newer version than the installed one exists. */
  updateAvailable?: boolean;
}

/** What a button installs. */
export type InstallTarget = { integrationId: string } | { workflowIds: readonly string[] };

/** Tells `listener` what is installed, now and after each change. Returns a function that stops it. */
export type DetectInstallation = (
  target: InstallTarget,
  listener: (installation: Installation) => void,
) => () => void;

export interface AlloyPorts {
  clock: Clock;
  /** The lazily loaded half. */
  loadEngine: () => Promise<{ createEngine: (host: EngineHost) => Engine }>;
  loadSdk: AlloySdkLoader;
  /** Calls `run` when the network is back, once however often it is asked to. */
  onceOnline(run: () => void): void;
  /** What the user is doing right now. */
  cause?: () => ModalCause | undefined;
}

/** What is told of one opening of the modal. */
export interface ModalActivity extends Pick<ModalRequest, 'options' | 'overrides'> {
  /** null: it has only been asked for. */
  outcome: Outcome<ModalResult> | null;
  /** Whether it was on screen, so that the user may have changed something. */
  wasOpen: boolean;
}

/** All that one provider holds for one identity. */
export interface AlloyCore extends ModalHost {
  readonly store: Store<Alloy>;
  readonly options: AlloyOptions;
  /** Hands on the newest options. What makes an identity (userKey, tokenUrl, region) must not change. */
  setOptions(options: AlloyOptions): void;
  /** Counted: the first starts everything, the last one undone stops it. */
  mount(): () => void;
  /** Set by the data hooks where they are in use: an app without them is without their code. */
  readonly detector: Store<DetectInstallation | null>;
  /** The user seems about to click. */
  intent(): void;
  /** Like `Alloy.getToken`, for the data API: a wait can be given up, a refused token named. */
  getToken(need?: TokenNeed): Promise<string>;
  /** Calls `listener` when a modal is asked for, and again when it has ended. */
  onModal(listener: (activity: ModalActivity) => void): () => void;
  /** Calls `listener` when this ends: everything under way is given up. It may be mounted again. */
  onStop(listener: () => void): () => void;
  /** Calls `listener` when the backend answers with another user's token than before. */
  onUserChange(listener: () => void): () => void;
}

/**
 * The half that is in an app's first bundle: it knows what is asked for, sends the first token request the
 * moment it is needed, and has the engine, which does all the rest, fetched beside it.
 */
export function createAlloy(initial: AlloyOptions, ports: AlloyPorts): AlloyCore {
  let options = initial;
  let isStopped = false;
  let loading: Promise<Engine> | null = null;
  let engine: Engine | null = null;
  let abort = new AbortController();
  const modals = createStore<ModalActivity | null>(null);
  const stops = createStore({});
  const users = createStore({});

  const request = createTokenRequest(
    () => options,
    () => options.fetch ?? globalThis.fetch,
    ports.clock,
  );

  const getToken: AlloyCore['getToken'] = async (need) => (await load()).getToken(need);

  const store = createStore<Alloy>({
    status: 'idle',
    error: null,
    refresh: async () => (await load()).refresh(),
    getToken: () => getToken(),
  });

  const host: Omit<EngineHost, 'requestToken'> = {
    emit: (event) => callHost(() => options.onEvent?.(event)),
    options: () => options,
    loadSdk: async () => (options.loadSdk ?? ports.loadSdk)(),
    setStatus,
    onUserChange: () => users.set({}),
  };

  function setStatus(status: Alloy['status'], error: AlloyError | null = null): void {
    const before = store.getSnapshot();
    if (before.status !== status || before.error !== error) store.set({ ...before, status, error });
  }

  async function load(): Promise<Engine> {
    if (isStopped) throw new AlloyError('provider/unmounted');
    if (options.userKey === null) throw new AlloyError('token/unauthorized', { got: '' });
    const mine = (loading ??= start());
    try {
      return await mine;
    } catch (caught) {
      const error = asAlloyError(caught, 'provider/failed');
      if (loading === mine) {
        abort.abort(error);
        loading = null;
        setStatus('error', error);
        if (error.retryable) ports.onceOnline(preload);
      }
      throw error;
    }
  }

  /** The first token request leaves ahead of the engine, which takes its answer. */
  async function start(): Promise<Engine> {
    if (!isValid(options)) {
      throw new AlloyError('provider/invalid-props', { got: describeInvalid(options) });
    }
    setStatus('loading');
    const run = (abort = new AbortController());
    const { signal } = run;
    let early: TokenAnswer | null = request({ signal, reason: 'initial' });
    // Whether it failed is for the engine to see; until that is here nobody listens.
    early.body.catch(() => undefined);
    const { createEngine } = await withDeadline(ports.loadEngine, {
      ms: LOAD_TIMEOUT_MS,
      signal,
      clock: ports.clock,
      onTimeout: () => new AlloyError('sdk/load-failed'),
    }).catch((cause: unknown) => {
      throw asAlloyError(cause, 'sdk/load-failed');
    });
    return (engine = createEngine({
      ...host,
      requestToken(context) {
        if (!early) return request(context);
        const first = early;
        early = null;
        context.signal.addEventListener('abort', () => run.abort());
        return first;
      },
    }));
  }

  function preload(): void {
    if (options.userKey === null) return;
    // After an unmount this does nothing.
    load()
      .then((ready) => ready.preload())
      .catch(adviseOnFault);
  }

  function begin(): void {
    isStopped = false;
    if ((options.preload ?? 'mount') === 'mount') preload();
  }

  function stop(): void {
    isStopped = true;
    abort.abort(new AlloyError('provider/unmounted'));
    engine?.stop();
    engine = loading = null;
    setStatus('idle');
    stops.set({});
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
    mount: createCountedMount(begin, stop),
    intent() {
      if (options.preload === 'intent') preload();
    },
    getToken,
    onModal: (listener) =>
      modals.subscribe(() => {
        const activity = modals.getSnapshot();
        if (activity) listener(activity);
      }),
    onStop: stops.subscribe,
    onUserChange: users.subscribe,
    openModal(request) {
      const { options, overrides } = request;
      let wasOpen = false;
      const followed: ModalRequest = {
        ...request,
        cause: ports.cause?.(),
        onOpen() {
          wasOpen = true;
          request.onOpen();
        },
        onEnd(outcome) {
          request.onEnd(outcome);
          modals.set({ options, overrides, outcome, wasOpen });
        },
      };
      modals.set({ options, overrides, outcome: null, wasOpen });
      load()
        .then((ready) => ready.openModal(followed))
        .catch((caught: unknown) => {
          followed.onEnd({ status: 'error', error: asAlloyError(caught, 'provider/failed') });
        });
    },
  };
}

/** Without the copy that `toAlloyError` makes: nothing foreign is thrown before the engine is here. */
function asAlloyError(cause: unknown, code: AlloyErrorCode): AlloyError {
  return isAlloyError(cause) ? cause : new AlloyError(code, { cause });
}

const REGIONS: readonly unknown[] = [undefined, 'us', 'eu'] satisfies AlloyOptions['region'][];

function isValid({ tokenUrl, getToken, region }: AlloyOptions): boolean {
  return !tokenUrl !== !getToken && REGIONS.includes(region);
}

function describeInvalid({ tokenUrl, getToken, region }: AlloyOptions): string | undefined {
  if (process.env.NODE_ENV === 'production') return undefined;
  if (!tokenUrl === !getToken) return `${tokenUrl ? 'both' : 'neither'} tokenUrl and getToken`;
  return `the region "${region}"`;
}
