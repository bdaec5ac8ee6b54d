import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import { pause } from '../../shared/pause';
import { retryDelayMs } from '../../shared/retry-delay';
import { elapsedMs, type Clock, type Moment } from '../clock';
import type { Page, WakeCause } from '../page';
import { createStore, type Store } from '../store';
import type { Integration } from './integration';
import { keepEqualIntegrations } from './keep-equal';

/** Within this, what was fetched is shown to whoever comes, without a request. */
const FRESH_MS = 30_000;
const MAX_RETRIES = 2;
/** Short, because somebody looks at a skeleton meanwhile. */
const RETRY_BASE_MS = 250;
/** The longest pause of which nobody is told. What Alloy asks for beyond it is a failure, and the list is asked for later. */
const LONGEST_SILENT_PAUSE_MS = 3_000;
/** Any number of returns to the page within this are one request: each click between a frame and the page is one. */
const WAKE_GAP_MS = 10_000;
/** The gap doubles with each failure in a row, up to this. */
const MAX_FAILURE_GAP_MS = 60_000;
/** A page that nobody touches asks this many gaps after a failure. */
const HEAL_GAPS = 3;
/** React renders a failure several times, and up to 300 ms later, before an error boundary shows it. */
const FAILURE_SHOWN_MS = 1_000;

export type Integrations = readonly Integration[];

/** The integrations as they are known. */
export interface ListState {
  data: Integrations | undefined;
  /** Why the last request failed, until one succeeds. */
  error: AlloyError | null;
  isFetching: boolean;
}

export interface ListPorts {
  /** @throws AlloyError */
  fetch(signal: AbortSignal): Promise<Integrations>;
  clock: Clock;
  page: Page;
  random: () => number;
  /** Known from elsewhere, as on a server. It counts as fetched now. */
  initial: Integrations | undefined;
  /** Called before the answer is shown. */
  onAnswer(data: Integrations): void;
  onFailure(error: AlloyError): void;
}

/** What Alloy says of the user's integrations: fetched for all who watch, and kept up to date while anybody does. */
export interface IntegrationList {
  readonly store: Store<ListState>;
  /** Returns a function that ends the watching. */
  watch(): () => void;
  /** Fetches again, as an answer on its way may be older than what the caller knows of. Resolves when that is over. */
  refetch(): Promise<void>;
  /** What is known is out of date: fetched again if anybody watches, else as soon as somebody does. */
  invalidate(): Promise<void>;
  /** Resolves when there is data or a failure; the same promise for all who wait, as Suspense needs it. */
  load(): Promise<void>;
  /** Why there is no data, for as long as React takes to show it; after that, whoever asks makes a request. */
  recentFailure(): AlloyError | null;
  /** Alloy said so in another answer. */
  update(change: (data: Integrations) => Integrations): void;
  /** Forgets everything: it was another user's. */
  reset(): void;
  /** Aborts the request that is under way. */
  abort(): void;
}

export function createIntegrationList(ports: ListPorts): IntegrationList {
  const { clock, page, random } = ports;
  const store = createStore<ListState>({ data: ports.initial, error: null, isFetching: false });
  let run: { abort: AbortController; hasLeft: boolean } | null = null;
  let watchers = 0;
  let stopWaking: (() => void) | null = null;
  let cancelTimer = (): void => undefined;
  let fetchedAt: Moment | null = ports.initial ? clock.now() : null;
  let failedAt: Moment | null = null;
  let wokenAt: Moment | null = null;
  /** In a row. */
  let failures = 0;
  let loading: Promise<void> | null = null;
  /** What is shown comes from elsewhere. */
  let isInitial = ports.initial !== undefined;

  function isWithin(ms: number, since: Moment | null): boolean {
    return since !== null && elapsedMs(since, clock.now()) < ms;
  }

  function gapAfterFailureMs(): number {
    return Math.min(WAKE_GAP_MS * 2 ** (failures - 1), MAX_FAILURE_GAP_MS);
  }

  /** Alloy asked for it, so that nothing but the user's own wish comes sooner. */
  function retryAfterMs(): number {
    return store.getSnapshot().error?.retryAfterMs ?? 0;
  }

  async function fetchWithRetries(own: {
    abort: AbortController;
    hasLeft: boolean;
  }): Promise<Integrations> {
    const { signal } = own.abort;
    // Effects run from the inside out: the provider's, which starts the core, comes after ours.
    await Promise.resolve();
    own.hasLeft = true;
    for (let attempt = 1; ; attempt++) {
      try {
        return await ports.fetch(signal);
      } catch (caught) {
        const error = asAlloyError(caught);
        const pauseMs = retryDelayMs({
          ...{ attempt, random, baseMs: RETRY_BASE_MS },
          retryAfterMs: error.retryAfterMs,
        });
        // A token's failure was retried already.
        const canPass = error.code.startsWith('api/') && error.retryable;
        if (
          signal.aborted ||
          !canPass ||
          attempt > MAX_RETRIES ||
          pauseMs > LONGEST_SILENT_PAUSE_MS
        ) {
          throw error;
        }
        await pause(pauseMs, { signal, clock });
      }
    }
  }

  /** @param isAsked by the user, who is to see that something happens: an error with nothing beneath gives way to "loading" */
  function start(isAsked: boolean): void {
    // A request that has not left yet is as good as a new one.
    const isNewEnough = run !== null && !run.hasLeft;
    const before = store.getSnapshot();
    const error = isAsked && !before.data ? null : before.error;
    if (!isNewEnough) {
      run?.abort.abort();
      const own = { abort: new AbortController(), hasLeft: false };
      run = own;
      fetchWithRetries(own).then(
        (data) => {
          if (run === own) succeed(data);
        },
        (error: unknown) => {
          if (run === own) fail(asAlloyError(error));
        },
      );
    }
    cancelTimer();
    store.set({ ...before, error, isFetching: true });
  }

  function succeed(data: Integrations): void {
    run = null;
    isInitial = false;
    failures = 0;
    failedAt = null;
    fetchedAt = clock.now();
    ports.onAnswer(data);
    const kept = keepEqualIntegrations(store.getSnapshot().data, data);
    store.set({ data: kept, error: null, isFetching: false });
  }

  function fail(error: AlloyError): void {
    run = null;
    failures++;
    failedAt = clock.now();
    store.set({ ...store.getSnapshot(), error, isFetching: false });
    scheduleHealing();
    ports.onFailure(error);
  }

  function abort(): void {
    run?.abort.abort();
    run = null;
    const state = store.getSnapshot();
    if (state.isFetching) store.set({ ...state, isFetching: false });
  }

  /** A page that stays open and visible asks again by itself, ever more slowly. */
  function scheduleHealing(): void {
    cancelTimer();
    if (!watchers || run) return;
    let inMs = FRESH_MS;
    if (failedAt) {
      inMs = retryDelayMs({
        ...{ attempt: 1, random, baseMs: 1 },
        retryAfterMs: Math.max(gapAfterFailureMs() * HEAL_GAPS, retryAfterMs()),
      });
    } else if (!isInitial) return;
    cancelTimer = clock.after(inMs, () => {
      // A hidden page asks when it is shown.
      if (page.isVisible()) start(false);
    });
  }

  function wake(cause: WakeCause): void {
    if (!page.isVisible() || run || isWithin(WAKE_GAP_MS, wokenAt)) return;
    const { error } = store.getSnapshot();
    const isNetworkBack = cause === 'online' && error?.retryable && error.status === undefined;
    const gapMs = Math.max(isNetworkBack ? 0 : gapAfterFailureMs(), retryAfterMs());
    if (isWithin(gapMs, failedAt)) return;
    wokenAt = clock.now();
    start(false);
  }

  function isOver(): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = store.subscribe(() => {
        if (store.getSnapshot().isFetching) return;
        unsubscribe();
        resolve();
      });
    });
  }

  return {
    store,
    watch() {
      const isFirst = watchers === 0;
      watchers++;
      stopWaking ??= page.onWake(wake);
      const isPaused = isWithin(
        Math.max(isFirst ? FAILURE_SHOWN_MS : gapAfterFailureMs(), retryAfterMs()),
        failedAt,
      );
      if (!run && !isWithin(FRESH_MS, fetchedAt) && !isPaused) start(false);
      else scheduleHealing();
      return () => {
        watchers--;
        // StrictMode ends and begins again at once: that is no reason to abort the request.
        queueMicrotask(() => {
          if (watchers) return;
          stopWaking?.();
          stopWaking = null;
          cancelTimer();
          // What Suspense waits for has no watcher yet.
          if (!loading) abort();
        });
      };
    },
    refetch() {
      start(true);
      return isOver();
    },
    invalidate() {
      fetchedAt = null;
      if (!watchers) return Promise.resolve();
      start(false);
      return isOver();
    },
    load() {
      if (!loading) {
        if (!run) start(true);
        loading = isOver().finally(() => {
          loading = null;
        });
      }
      return loading;
    },
    recentFailure() {
      const { error } = store.getSnapshot();
      return isWithin(FAILURE_SHOWN_MS, failedAt) ? error : null;
    },
    update(change) {
      const state = store.getSnapshot();
      if (state.data) store.set({ ...state, data: change(state.data) });
      // What is on its way may have left before that.
      if (run) start(false);
    },
    reset() {
      run?.abort.abort();
      run = null;
      isInitial = false;
      fetchedAt = null;
      failedAt = null;
      wokenAt = null;
      failures = 0;
      store.set({ data: undefined, error: null, isFetching: false });
      if (watchers) start(false);
    },
    abort,
  };
}

function asAlloyError(error: unknown): AlloyError {
  return isAlloyError(error) ? error : new AlloyError('api/network', { cause: error });
}
