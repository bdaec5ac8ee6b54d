import { AlloyError } from '../../errors/alloy-error';
import { throwIfAborted } from '../../shared/throw-if-aborted';
import { elapsedMs, type Moment } from '../clock';
import type { WakeCause } from '../page';
import { createStore, type Store } from '../store';
import { startTokenFlight, type TokenFlight, type TokenFlightPorts, type Wait } from './flight';
import { ageMs, holdToken, isUsable, type HeldToken } from './life';
import type { TokenReason } from '../contract/token';

/** The least pause between two refreshes that failed while the old token lives. */
const MIN_RETRY_GAP_MS = 5_000;
/** Coming back to the page asks again after a failure, but not at every change of windows. */
const WAKE_GAP_MS = 10_000;
/** The longest delay of a timer: 2^31 - 1 ms, 24.8 days. */
const MAX_TIMER_MS = 2_147_483_647;

export type TokenState =
  { status: 'idle' | 'loading' | 'ready' } | { status: 'error'; error: AlloyError };

export interface TokenNeed extends Wait {
  /** A token that Alloy refused: it is replaced, unless that has happened already. */
  rejected?: string | undefined;
}

export interface TokenManagerPorts extends Omit<TokenFlightPorts, 'hold'> {
  /** The backend answers with another user's token than before. */
  onSubjectChange(): void;
}

/** The one token of one identity: asked for once however many want it, and kept fresh until `stop`. */
export interface TokenManager {
  readonly store: Store<TokenState>;
  /** A JWT with enough life left to be used now. @throws AlloyError, or the signal's reason */
  getToken(need?: TokenNeed): Promise<string>;
  /** Fetches a new one now; concurrent calls share one request. @throws AlloyError */
  refresh(): Promise<string>;
  /** Aborts and forgets everything; final. */
  stop(): void;
}

export function createTokenManager(ports: TokenManagerPorts): TokenManager {
  const { clock, page } = ports;
  const store = createStore<TokenState>(IDLE);
  let held: HeldToken | null = null;
  /** What Alloy refused, until another token comes. */
  let rejected: string | undefined;
  let subject: string | null = null;
  let flight: TokenFlight | null = null;
  let failure: { error: AlloyError; at: Moment } | null = null;
  /** The age of the held token at which its successor is asked for. */
  let refreshAtAgeMs = Infinity;
  let isStopped = false;
  let cancelTimer = (): void => undefined;
  const stopWaking = page.onWake(catchUp);

  function usable(): HeldToken | null {
    return held && held.jwt !== rejected && isUsable(held, clock.now()) ? held : null;
  }

  function nextReason(): TokenReason {
    if (!held) return 'initial';
    if (held.jwt === rejected) return 'rejected';
    return usable() ? 'refresh' : 'expired';
  }

  function join(reason: TokenReason, wait: Wait): Promise<string> {
    if (flight) return flight.join(wait);
    failure = null;
    flight = startTokenFlight(
      reason,
      { ...ports, hold: (token) => holdToken(token, held) },
      { onNetwork: updateStatus, onToken, onFailure, onAbandoned },
    );
    const jwt = flight.join(wait);
    updateStatus();
    tick();
    return jwt;
  }

  function keepFresh(): void {
    join(nextReason(), { isPatient: true }).catch(() => undefined);
  }

  function onToken(token: HeldToken): void {
    const isOther = subject !== null && token.subject !== null && token.subject !== subject;
    flight = null;
    held = token;
    rejected = undefined;
    subject = token.subject ?? subject;
    refreshAtAgeMs = token.refreshAfterMs;
    if (isOther) ports.onSubjectChange();
    updateStatus();
    tick();
  }

  function onFailure(error: AlloyError): void {
    const now = clock.now();
    const token = usable();
    flight = null;
    failure = { error, at: now };
    refreshAtAgeMs = token ? nextTryAtAgeMs(token, ageMs(token, now), error) : Infinity;
    updateStatus();
    tick();
  }

  function onAbandoned(): void {
    flight = null;
    updateStatus();
    tick();
  }

  function updateStatus(): void {
    const error = flight ? flight.offline() : (failure?.error ?? null);
    if (usable()) store.set(READY);
    else if (error) store.set({ status: 'error', error });
    else store.set(flight ? LOADING : IDLE);
  }

  /** Does what the age of the held token calls for, and sets the timer for what comes next. */
  function tick(): void {
    cancelTimer();
    if (!held || isStopped) return;
    const age = ageMs(held, clock.now());
    if (!flight && age >= refreshAtAgeMs && page.isVisible()) {
      keepFresh();
      return;
    }
    // A page that asked for nothing while hidden has nothing to tell: its return will.
    if (age >= held.usableForMs && (flight ?? failure)) updateStatus();
    const next = [held.usableForMs, flight ? Infinity : refreshAtAgeMs].filter((at) => at > age);
    const inMs = Math.ceil(Math.min(...next) - age);
    if (inMs < Infinity) cancelTimer = clock.after(Math.min(inMs, MAX_TIMER_MS), tick);
  }

  function catchUp(cause: WakeCause): void {
    if (failure && !flight && page.isVisible()) {
      const sinceMs = elapsedMs(failure.at, clock.now());
      const isPassed = cause === 'online' && failure.error.retryable;
      const token = usable();
      const isDue = !token || ageMs(token, clock.now()) >= token.refreshAfterMs;
      if (isDue && (isPassed || sinceMs >= WAKE_GAP_MS)) keepFresh();
    } else tick();
  }

  return {
    store,
    async getToken({ rejected: refused, ...wait } = {}) {
      if (isStopped) throw new AlloyError('provider/unmounted');
      throwIfAborted(wait.signal);
      if (refused !== undefined && refused === held?.jwt) rejected = refused;
      return usable()?.jwt ?? join(nextReason(), wait);
    },
    async refresh() {
      if (isStopped) throw new AlloyError('provider/unmounted');
      return join('manual', {});
    },
    stop() {
      isStopped = true;
      stopWaking();
      cancelTimer();
      flight?.abort(new AlloyError('provider/unmounted'));
      flight = null;
      held = null;
    },
  };
}

/** Again and again until the old token ends, at half the time that is left. */
function nextTryAtAgeMs(token: HeldToken, age: number, error: AlloyError): number {
  const leftMs = token.usableForMs - age;
  const gapMs = Math.max(leftMs / 2, MIN_RETRY_GAP_MS, error.retryAfterMs ?? 0);
  return gapMs < leftMs ? Math.max(age + gapMs, token.refreshAfterMs) : Infinity;
}

const IDLE: TokenState = { status: 'idle' };
const LOADING: TokenState = { status: 'loading' };
const READY: TokenState = { status: 'ready' };
