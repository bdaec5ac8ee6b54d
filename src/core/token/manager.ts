import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import { withDeadline } from '../../shared/deadline';
import { throwIfAborted } from '../../shared/throw-if-aborted';
import { elapsedMs, type Moment } from '../clock';
import type { TokenReason } from '../contract/token';
import { createHealer } from '../healer';
import type { WakeCause } from '../page';
import { createStore, type Store } from '../store';
import { createWakeGate, WAKE_GAP_MS } from '../wake-gate';
import { startTokenFlight, type TokenFlight, type TokenFlightPorts } from './flight';
import type { Before, Verdict } from './judge';
import { createTokenHolder } from './holder';
import { ageMs, livesFor, nextTryAtAgeMs, type HeldToken } from './life';
import type { Token } from './source';
import type { Wait } from './waiters';

/** The longest delay of a timer: 2^31 - 1 ms, 24.8 days. */
const MAX_TIMER_MS = 2_147_483_647;
/** How long a usable token is kept back while one with more life is fetched. */
const BETTER_TOKEN_TIMEOUT_MS = 5_000;

type TokenState = { status: 'idle' | 'loading' | 'ready' } | { status: 'error'; error: AlloyError };

export interface TokenNeed extends Wait {
  /** A token that Alloy refused. It is replaced, unless that has just happened. */
  rejected?: string | undefined;
  /** How much life it should have left; half of a short life. Milliseconds. */
  minLifeMs?: number;
}

export interface TokenManagerPorts extends Omit<TokenFlightPorts, 'judge' | 'gate'> {
  judge(token: Token, before: Before): Verdict;
  /** Called with each token that came, before anybody hears of it. */
  onToken(token: HeldToken): void;
  /** What a provider of the same user had, which has just gone. */
  inherited: HeldToken | null;
}

/** The one token of one identity: asked for once however many want it, and kept fresh until `stop`. */
export interface TokenManager {
  readonly store: Store<TokenState>;
  /** A JWT with enough life left to be used now. @throws AlloyError, or the signal's reason */
  getToken(need?: TokenNeed): Promise<string>;
  /** The token that would be handed out now. */
  usable(): HeldToken | null;
  /** Fetches a new one now. Concurrent calls share one request. @throws AlloyError */
  refresh(): Promise<string>;
  /** Aborts and forgets everything. Final. */
  stop(): void;
}

export function createTokenManager(ports: TokenManagerPorts): TokenManager {
  const { clock, page } = ports;
  const store = createStore<TokenState>(IDLE);
  const gate = createWakeGate(clock);
  const holder = createTokenHolder(clock);
  const { usable, nextReason } = holder;
  const healer = createHealer(ports, () => keepFresh(true));
  let flight: TokenFlight | null = null;
  let failure: { error: AlloyError; at: Moment } | null = null;
  /** The age of the held token at which its successor is asked for. */
  let refreshAtAgeMs = Infinity;
  let isStopped = false;
  let cancelTimer = (): void => undefined;
  const stopWaking = page.onWake(catchUp);

  function join(reason: TokenReason, wait: Wait, isProbe = false): Promise<string> {
    // Somebody waits, and is to see that something is done.
    if (!wait.isPatient) failure = null;
    if (flight) {
      const joined = flight.join(wait);
      updateStatus();
      return joined;
    }
    healer.pause();
    flight = startTokenFlight(
      { reason, isProbe },
      { ...ports, gate, judge: (token, dead) => ports.judge(token, { held: holder.held(), dead }) },
      { onHoldUp: updateStatus, onToken, onFailure, onAbandoned },
    );
    const jwt = flight.join(wait);
    updateStatus();
    tick();
    return jwt;
  }

  function keepFresh(isProbe = false): void {
    join(nextReason(), { isPatient: true }, isProbe).catch(() => undefined);
  }

  function onToken(token: HeldToken): void {
    ports.onToken(token);
    flight = failure = null;
    holder.hold(token);
    refreshAtAgeMs = token.refreshAfterMs;
    healer.reset();
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

  /** Those who gave up because nothing moved have seen a failure. Those who left for another reason have not. */
  function onAbandoned(reason: unknown): void {
    flight = null;
    if (isStopped) return;
    if (isAlloyError(reason)) failure = { error: reason, at: clock.now() };
    updateStatus();
    tick();
  }

  function updateStatus(): void {
    const error = flight?.heldUpBy() ?? failure?.error;
    if (usable()) store.set(READY);
    else if (error) store.set({ status: 'error', error });
    else store.set(flight ? LOADING : IDLE);
    if (!flight && !usable() && error?.retryable) healer.schedule();
  }

  /** Does what the age of the held token calls for, and sets the timer for what comes next. */
  function tick(): void {
    cancelTimer();
    const held = holder.held();
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
      const token = usable();
      const isDue = !token || ageMs(token, clock.now()) >= token.refreshAfterMs;
      const isPassed = cause === 'online' && failure.error.retryable && gate.mayPass();
      const sinceMs = elapsedMs(failure.at, clock.now());
      if (isDue && (isPassed || sinceMs >= WAKE_GAP_MS)) keepFresh();
    } else tick();
  }

  async function getToken({ rejected, minLifeMs = 0, ...wait }: TokenNeed = {}): Promise<string> {
    if (isStopped) throw new AlloyError('provider/unmounted');
    throwIfAborted(wait.signal);
    holder.refuse(rejected);
    const token = usable();
    if (!token) return join(nextReason(), wait);
    if (livesFor(token, minLifeMs, clock.now())) return token.jwt;
    return withDeadline((signal) => join(nextReason(), { ...wait, signal }), {
      ms: BETTER_TOKEN_TIMEOUT_MS,
      signal: wait.signal,
      clock,
      onTimeout: () => new AlloyError('token/timeout', { where: ports.where() }),
    }).catch((error: unknown) => {
      const still = wait.signal?.aborted ? null : usable();
      if (!still) throw error;
      return still.jwt;
    });
  }

  if (ports.inherited) onToken(ports.inherited);

  return {
    store,
    getToken,
    usable,
    async refresh() {
      if (isStopped) throw new AlloyError('provider/unmounted');
      return join('manual', {});
    },
    stop() {
      isStopped = true;
      stopWaking();
      cancelTimer();
      healer.reset();
      flight?.abort(new AlloyError('provider/unmounted'));
      flight = null;
      holder.hold(null);
    },
  };
}

const IDLE: TokenState = { status: 'idle' };
const LOADING: TokenState = { status: 'loading' };
const READY: TokenState = { status: 'ready' };
