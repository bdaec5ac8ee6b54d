import { AlloyError } from '../../errors/alloy-error';
import { toAlloyError } from '../../errors/to-alloy-error';
import type { Clock } from '../clock';
import type { AlloyEvent } from '../contract/events';
import type { Page } from '../page';
import { retryDelayMs } from '../../shared/retry-delay';
import { throwIfAborted } from '../../shared/throw-if-aborted';
import { ageMs, isUsable, type HeldToken } from './life';
import type { TokenReason } from '../contract/token';
import type { Token, TokenSource } from './source';

const MAX_RETRIES = 3;
const BACKOFF_BASE_MS = 1_000;
/** How long a user waits for the network to come back before being told. */
const OFFLINE_PATIENCE_MS = 10_000;

/** How somebody waits for a token. */
export interface Wait {
  /** Gives up this wait alone. */
  signal?: AbortSignal | undefined;
  /** Nobody looks on: while the browser is offline the wait has no end. */
  isPatient?: boolean | undefined;
}

/** One token being fetched, retries included, for all who wait for it. */
export interface TokenFlight {
  /** What it is offline for, while it waits for the network. */
  offline(): AlloyError | null;
  /** The last one to give up aborts the flight. */
  join(wait: Wait): Promise<string>;
  abort(reason: AlloyError): void;
}

export interface TokenFlightPorts {
  source: TokenSource;
  clock: Clock;
  page: Page;
  random: () => number;
  onEvent: (event: AlloyEvent) => void;
  /** Names the endpoint in errors. */
  where(): string;
  /** Measures the life of what came. */
  hold(token: Token): HeldToken;
}

/** Of the last three exactly one is called, once, before those who wait hear of it. */
export interface TokenFlightListener {
  /** The network went, or came back. */
  onNetwork(): void;
  onToken(token: HeldToken): void;
  onFailure(error: AlloyError): void;
  /** All gave up. */
  onAbandoned(): void;
}

interface Waiter {
  isPatient: boolean;
  resolve(jwt: string): void;
  reject(reason: unknown): void;
  /** Stops listening for its giving up. */
  stop(): void;
  /** Set while its patience with being offline runs out. */
  cancelPatience: (() => void) | null;
}

export function startTokenFlight(
  reason: TokenReason,
  ports: TokenFlightPorts,
  listener: TokenFlightListener,
): TokenFlight {
  const { source, clock, page, random, onEvent } = ports;
  const abort = new AbortController();
  const { signal } = abort;
  const waiters = new Set<Waiter>();
  let offline: AlloyError | null = null;
  let tryAgain = (): void => undefined;

  async function fly(): Promise<HeldToken> {
    let retries = 0;
    let wasExpired = false;
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce();
      } catch (caught) {
        throwIfAborted(signal);
        const error = toAlloyError(caught, 'token/network');
        const isOffline = /network|timeout/.test(error.code) && !page.isOnline();
        let willRetryInMs: number | null = null;
        if (isOffline) willRetryInMs = 0;
        else if (error.retryable ? retries < MAX_RETRIES : isFirstExpired(error)) {
          retries++;
          willRetryInMs = retryDelayMs({
            attempt: retries,
            baseMs: BACKOFF_BASE_MS,
            retryAfterMs: error.retryAfterMs,
            random,
          });
        }
        onEvent({ type: 'token.failed', error, attempt, willRetryInMs });
        if (willRetryInMs === null) throw error;
        await (isOffline ? untilOnline(error) : pause(willRetryInMs));
      }
    }

    function isFirstExpired(error: AlloyError): boolean {
      const isFirst = error.code === 'token/expired' && !wasExpired;
      wasExpired ||= isFirst;
      return isFirst;
    }
  }

  async function attemptOnce(): Promise<HeldToken> {
    const token = ports.hold(await source({ reason, signal }));
    const now = clock.now();
    if (!isUsable(token, now)) throw new AlloyError('token/expired', { where: ports.where() });
    const passed = ageMs(token, now);
    onEvent({
      type: 'token.fetched',
      reason,
      durationMs: passed,
      expiresInMs: token.endsAfterMs === Infinity ? null : token.endsAfterMs - passed,
    });
    return token;
  }

  /** Resolves when `begin` says so, and rejects when the flight is aborted. */
  function interruptible(begin: (resolve: () => void) => () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = begin(() => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
      function onAbort(): void {
        cancel();
        reject(signal.reason as AlloyError);
      }
      signal.addEventListener('abort', onAbort);
    });
  }

  function pause(ms: number): Promise<void> {
    return interruptible((resolve) => clock.after(ms, resolve));
  }

  function untilOnline(error: AlloyError): Promise<void> {
    offline = error;
    for (const waiter of waiters) limitPatience(waiter);
    listener.onNetwork();
    return interruptible((resolve) => {
      const stopWaking = page.onWake((cause) => {
        if (cause === 'online' || page.isOnline()) tryAgain();
      });
      tryAgain = () => {
        stopWaking();
        tryAgain = () => undefined;
        offline = null;
        listener.onNetwork();
        resolve();
      };
      return stopWaking;
    });
  }

  function limitPatience(waiter: Waiter): void {
    if (waiter.isPatient) return;
    waiter.cancelPatience ??= clock.after(OFFLINE_PATIENCE_MS, () => {
      waiter.cancelPatience = null;
      if (offline) leave(waiter, offline);
    });
  }

  function leave(waiter: Waiter, reason: unknown): void {
    if (!waiters.delete(waiter)) return;
    release(waiter);
    waiter.reject(reason);
    if (waiters.size) return;
    abort.abort(reason);
    listener.onAbandoned();
  }

  function release(waiter: Waiter): void {
    waiter.stop();
    waiter.cancelPatience?.();
  }

  function end(tell: (waiter: Waiter) => void): void {
    for (const waiter of waiters) {
      release(waiter);
      tell(waiter);
    }
    waiters.clear();
  }

  fly().then(
    (token) => {
      if (signal.aborted) return;
      listener.onToken(token);
      end((waiter) => waiter.resolve(token.jwt));
    },
    (caught: unknown) => {
      if (signal.aborted) return;
      const error = toAlloyError(caught, 'token/network');
      listener.onFailure(error);
      end((waiter) => waiter.reject(error));
    },
  );

  return {
    offline: () => offline,
    join: ({ signal: giveUp, isPatient = false }) =>
      new Promise((resolve, reject) => {
        const onGiveUp = (): void => leave(waiter, giveUp?.reason);
        const waiter: Waiter = {
          isPatient,
          resolve,
          reject,
          stop: () => giveUp?.removeEventListener('abort', onGiveUp),
          cancelPatience: null,
        };
        waiters.add(waiter);
        giveUp?.addEventListener('abort', onGiveUp);
        if (!offline || isPatient) return;
        limitPatience(waiter);
        // The browser may be wrong about being offline, and somebody is waiting.
        tryAgain();
      }),
    abort(reason) {
      abort.abort(reason);
      end((waiter) => waiter.reject(reason));
    },
  };
}
