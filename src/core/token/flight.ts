import { AlloyError } from '../../errors/alloy-error';
import { toAlloyError } from '../../errors/to-alloy-error';
import { pause } from '../../shared/pause';
import { retryDelayMs } from '../../shared/retry-delay';
import { startSharedCall } from '../../shared/shared-call';
import { throwIfAborted } from '../../shared/throw-if-aborted';
import { TOKEN_REASON_HEADER } from '../../shared/token-reason';
import type { AlloyEvent } from '../contract/events';
import type { TokenReason } from '../contract/token';
import type { Verdict } from './judge';
import { ageMs, type HeldToken } from './life';
import { createNetworkWait, type NetworkWaitPorts } from './network-wait';
import type { Token, TokenSource } from './source';
import { createWaiters, PATIENCE_MS, type Wait } from './waiters';

const MAX_RETRIES = 3;
const BACKOFF_BASE_MS = 1_000;
/** Two tokens of the same second are equal, and only a different one can show that a clock is wrong. */
const DEAD_PAUSE_MS = 1_000;

/** One token being fetched, retries included, for all who wait for it. */
export interface TokenFlight {
  /** Why nothing moves at the moment: the browser is offline, or the backend asked for a long pause. */
  heldUpBy(): AlloyError | null;
  /** The last one to give up aborts the flight. */
  join(wait: Wait): Promise<string>;
  abort(reason: AlloyError): void;
}

export interface TokenFlightPorts extends NetworkWaitPorts {
  source: TokenSource;
  random: () => number;
  onEvent: (event: AlloyEvent) => void;
  /** Names the endpoint in errors. */
  where(): string;
  /** Measures the life of what came. `dead` is the token that came before and had none left. */
  judge(token: Token, dead: string | undefined): Verdict;
}

/** Of the last three exactly one is called, once, before those who wait hear of it. */
export interface TokenFlightListener {
  /** `heldUpBy` has changed. */
  onHoldUp(): void;
  onToken(token: HeldToken): void;
  onFailure(error: AlloyError): void;
  /** Everybody gave up, the last one for this reason. */
  onAbandoned(reason: unknown): void;
}

export interface TokenFlightOptions {
  reason: TokenReason;
  /** It may well fail again, and nobody waits for it: no retries, until somebody joins who does. */
  isProbe: boolean;
}

export function startTokenFlight(
  options: TokenFlightOptions,
  ports: TokenFlightPorts,
  listener: TokenFlightListener,
): TokenFlight {
  const { source, clock, page, random, onEvent } = ports;
  const network = createNetworkWait(ports);
  let { reason, isProbe } = options;
  let isReasonTold = reason === 'rejected' || reason === 'manual';
  let heldUpBy: AlloyError | null = null;
  let retries = 0;
  let dead: string | undefined;
  let isAskedAgain = false;

  async function fly(signal: AbortSignal): Promise<string> {
    function onAbort(): void {
      listener.onAbandoned(signal.reason);
    }
    signal.addEventListener('abort', onAbort);
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptOnce(signal);
      throwIfAborted(signal);
      if (!(outcome instanceof AlloyError)) {
        signal.removeEventListener('abort', onAbort);
        listener.onToken(outcome);
        return outcome.jwt;
      }
      const isOffline = isSilence(outcome) && !page.isOnline();
      const pauseMs = isOffline ? 0 : nextPauseMs(outcome);
      onEvent({ type: 'token.failed', error: outcome, attempt, willRetryInMs: pauseMs });
      if (pauseMs === null) {
        signal.removeEventListener('abort', onAbort);
        listener.onFailure(outcome);
        throw outcome;
      }
      if (isOffline) await heldUp(outcome, network.begin(signal));
      else if (pauseMs > PATIENCE_MS) await heldUp(outcome, pause(pauseMs, { signal, clock }));
      else await pause(pauseMs, { signal, clock });
    }
  }

  async function attemptOnce(signal: AbortSignal): Promise<HeldToken | AlloyError> {
    try {
      return read(await source({ reason, signal, ...(isReasonTold && { adapt: tellReason }) }));
    } catch (caught) {
      const error = toAlloyError(caught, 'token/network');
      // The CORS of an endpoint on another origin may not allow the header that tells the reason.
      if (error.code === 'token/network') isReasonTold = false;
      return error;
    }
  }

  function tellReason(init: RequestInit | undefined): RequestInit {
    const headers = new Headers(init?.headers);
    headers.set(TOKEN_REASON_HEADER, reason);
    return { ...init, headers };
  }

  function read(token: Token): HeldToken | AlloyError {
    const { token: held, detail } = ports.judge(token, dead);
    if (!held) {
      dead = token.jwt;
      return new AlloyError('token/expired', { where: ports.where(), detail });
    }
    const passedMs = ageMs(held, clock.now());
    onEvent({
      type: 'token.fetched',
      reason,
      durationMs: passedMs,
      expiresInMs: held.endsAfterMs === Infinity ? null : held.endsAfterMs - passedMs,
    });
    return held;
  }

  /** null: no retry. */
  function nextPauseMs(error: AlloyError): number | null {
    const { retryAfterMs } = error;
    if (error.code === 'token/expired' && !isAskedAgain) {
      isAskedAgain = true;
      reason = 'expired';
      return retryDelayMs({ attempt: 1, baseMs: 0, retryAfterMs: DEAD_PAUSE_MS, random });
    }
    if (!error.retryable || isProbe || retries >= MAX_RETRIES) return null;
    retries++;
    return retryDelayMs({ attempt: retries, baseMs: BACKOFF_BASE_MS, retryAfterMs, random });
  }

  async function heldUp(error: AlloyError, wait: Promise<void>): Promise<void> {
    heldUpBy = error;
    waiters.holdUp(error);
    listener.onHoldUp();
    await wait;
    heldUpBy = null;
    waiters.moveOn();
    listener.onHoldUp();
  }

  const call = startSharedCall(fly);
  const waiters = createWaiters(call, clock);

  return {
    heldUpBy: () => heldUpBy,
    join(wait) {
      const joined = waiters.join(wait);
      if (!wait.isPatient) {
        isProbe = false;
        network.end();
      }
      return joined;
    },
    abort: call.abort,
  };
}

/** Whether nothing was heard, as it is without a network. */
function isSilence({ code }: AlloyError): boolean {
  return code === 'token/network' || code === 'token/timeout';
}
