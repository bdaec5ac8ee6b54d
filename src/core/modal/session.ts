import { warnOnce } from '../../errors/warn-once';
import { callHost } from '../../shared/host-code';
import type { ModalCause } from '../contract/modal-cause';
import type {
  ModalCallbacks,
  ModalControls,
  ModalKind,
  ModalOptions,
  ModalResult,
  ModalState,
  Outcome,
} from '../contract/modal';
import { createCountedMount } from '../counted-mount';
import { createStore, type Store } from '../store';

/** One opening, as a session asks its provider for it. */
export interface ModalRequest {
  kind: ModalKind;
  options: ModalOptions;
  /** What the call was given: some of the options, or whatever a handler is called with. */
  overrides: unknown;
  /** The provider adds it. */
  cause?: ModalCause | undefined;
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
  preload: () => void;
}

/** The modal as one hook sees it: `idle > loading > open > success | dismissed | error`. */
export interface ModalSession extends ModalControls {
  readonly store: Store<ModalState<ModalResult>>;
  /** Hands on the newest options and callbacks. */
  setOptions(options: ModalOptions & ModalCallbacks<ModalResult>): void;
  /** Anything but a plain object, such as the event of an onClick, is ignored. */
  open(overrides?: unknown): Promise<Outcome<ModalResult>>;
  /** Counted. What is open is closed when the last one is undone, unless it was a success. */
  mount(): () => void;
}

export function createModalSession(kind: ModalKind, host: ModalHost): ModalSession {
  const idle = snapshot({ status: 'idle' });
  const store = createStore(idle);
  let newest: ModalOptions & ModalCallbacks<ModalResult> = {};
  let opening: Promise<Outcome<ModalResult>> | null = null;
  /** Ends the newest opening. Only the first call counts. */
  let end: ModalRequest['onEnd'] = () => undefined;
  /** Of the newest opening, which may still be on screen after its end. */
  let screen: AbortController | undefined;

  function tellHost(outcome: Outcome<ModalResult>): void {
    callHost(() => {
      if (outcome.status === 'success') return newest.onSuccess?.(outcome.result);
      if (outcome.status === 'error') return newest.onError?.(outcome.error);
      return newest.onDismiss?.();
    });
    callHost(() => newest.onSettled?.(outcome));
    if (process.env.NODE_ENV !== 'production') {
      adviseOnError(outcome, newest);
    }
  }

  function open(overrides?: unknown): Promise<Outcome<ModalResult>> {
    if (opening) return opening;
    screen = new AbortController();
    const promise = new Promise<Outcome<ModalResult>>((resolve) => {
      end = (outcome) => {
        if (opening !== promise) return;
        opening = null;
        store.set(snapshot(outcome));
        resolve(outcome);
        tellHost(outcome);
      };
    });
    opening = promise;
    store.set(snapshot({ status: 'loading' }));
    host.openModal({
      kind,
      options: newest,
      overrides,
      signal: screen.signal,
      onOpen: () => store.set(snapshot({ status: 'open' })),
      onEnd: end,
      onRetry: () => void open(overrides),
    });
    return promise;
  }

  function close(): void {
    end({ status: 'dismissed' });
    screen?.abort();
  }

  return {
    store,
    open,
    close,
    setOptions(options) {
      newest = options;
    },
    reset() {
      if (!opening) store.set(idle);
    },
    preload: host.preload,
    mount: createCountedMount(
      () => undefined,
      () => {
        // A success that is still on screen outlives the button that it took the place of.
        if (!store.getSnapshot().isSuccess) close();
      },
    ),
  };
}

/** A button says "Try again". The reason goes to callbacks; a developer who has none yet is told in the console. */
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
  const flags = {
    isLoading: status === 'loading',
    isOpen: status === 'open',
    isSuccess: status === 'success',
    isError: status === 'error',
  };
  // TypeScript does not see that each flag says what the status says.
  return { result: null, error: null, ...state, ...flags } as ModalState<ModalResult>;
}
