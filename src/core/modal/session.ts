import { warnOnce } from '../../errors/warn-once';
import type {
  ModalCallbacks,
  ModalControls,
  ModalKind,
  ModalOptions,
  ModalResult,
  ModalState,
  Outcome,
} from '../contract/modal';
import { callHost } from '../../shared/host-code';
import { createStore, type Store } from '../store';

/** One opening, as a session asks its provider for it. */
export interface ModalRequest {
  kind: ModalKind;
  options: ModalOptions;
  /** Aborted when the session gives it up. */
  signal: AbortSignal;
  onOpen(): void;
  /** Only the first call counts. */
  onEnd(outcome: Outcome<ModalResult>): void;
  /** Opens once more, after the end. */
  onRetry(): void;
}

/** What a session needs of its provider. */
export interface ModalHost {
  openModal(request: ModalRequest): void;
  preload(): void;
}

/** The modal as one hook sees it: `idle > loading > open > success | dismissed | error`. */
export interface ModalSession extends ModalControls {
  readonly store: Store<ModalState<ModalResult>>;
  /** Hands on the newest options and callbacks. */
  setOptions(options: ModalOptions & ModalCallbacks<ModalResult>): void;
  /** Anything but options, such as the event of an onClick, is ignored. */
  open(overrides?: object): Promise<Outcome<ModalResult>>;
}

export function createModalSession(kind: ModalKind, host: ModalHost): ModalSession {
  const idle = snapshot({ status: 'idle' });
  const store = createStore(idle);
  let newest: ModalOptions & ModalCallbacks<ModalResult> = {};
  let opening: { promise: Promise<Outcome<ModalResult>>; dismiss: () => void } | null = null;
  /** Of the newest opening, which may be on screen still after its end. */
  let screen: AbortController | undefined;

  function open(overrides?: object): Promise<Outcome<ModalResult>> {
    if (opening) return opening.promise;
    screen = new AbortController();
    let onEnd: ModalRequest['onEnd'] = () => undefined;
    const promise = new Promise<Outcome<ModalResult>>((resolve) => {
      onEnd = (outcome) => {
        if (opening?.promise !== promise) return;
        opening = null;
        store.set(snapshot(outcome));
        resolve(outcome);
        callHost(() => {
          if (outcome.status === 'success') return newest.onSuccess?.(outcome.result);
          if (outcome.status === 'error') return newest.onError?.(outcome.error);
          return newest.onDismiss?.();
        });
        callHost(() => newest.onSettled?.(outcome));
        if (typeof process !== 'undefined' && process.env.NODE_ENV !== 'production') {
          adviseOnError(outcome, newest);
        }
      };
    });
    opening = { promise, dismiss: () => onEnd({ status: 'dismissed' }) };
    store.set(snapshot({ status: 'loading' }));
    host.openModal({
      kind,
      options: { ...newest, ...given(overrides) },
      signal: screen.signal,
      onOpen: () => store.set(snapshot({ status: 'open' })),
      onEnd,
      onRetry: () => void open(overrides),
    });
    return promise;
  }

  return {
    store,
    open,
    setOptions(options) {
      newest = options;
    },
    close() {
      opening?.dismiss();
      screen?.abort();
    },
    reset() {
      if (!opening) store.set(idle);
    },
    preload: () => host.preload(),
  };
}

/** A button says "Try again"; why, it tells those who listen. A developer who does not yet shall see it too. */
function adviseOnError(
  outcome: Outcome<ModalResult>,
  { onError, onSettled }: ModalCallbacks<ModalResult>,
): void {
  if (outcome.status === 'error' && !onError && !onSettled) warnOnce(outcome.error.message);
}

function snapshot(
  state: Outcome<ModalResult> | { status: 'idle' | 'loading' | 'open' },
): ModalState<ModalResult> {
  const { status } = state;
  return {
    result: null,
    error: null,
    ...state,
    isLoading: status === 'loading',
    isOpen: status === 'open',
    isSuccess: status === 'success',
    isError: status === 'error',
  };
}

/** An override of `undefined` is none, and so is an event. */
function given(overrides: object = {}): ModalOptions {
  if ('nativeEvent' in overrides) return {};
  return Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
}
