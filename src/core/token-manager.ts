import { AlloyError, toAlloyError } from '../errors';
import { elapsedMs, type Clock, type Moment } from './clock';
import type { AlloyEvent } from './events';
import type { Page } from './page';
import { backoffMs, MAX_RETRIES } from './retry';
import { createStore, type Store } from './store';
import type { TokenReason } from './token-request';
import type { Token, TokenSource } from './token-source';

/** A token is replaced this long before its end (or at a fifth of a short life). */
const REFRESH_LEEWAY_MS = 60_000;
/** A token with less life than this (or a tenth of a short life) is handed to nobody. */
const USE_LEEWAY_MS = 30_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** After a refresh that failed while the old token lives. */
const REFRESH_RETRY_MS = 10_000;
/** The longest delay of a timer: 2^31 - 1 ms, 24.8 days. */
const MAX_TIMER_MS = 2_147_483_647;

export interface TokenState {
  status: 'idle' | 'loading' | 'ready' | 'error';
  error: AlloyError | null;
}

export interface TokenManagerPorts {
  source: TokenSource;
  clock: Clock;
  page: Page;
  random: () => number;
  onEvent: (event: AlloyEvent) => void;
}

/** The one token of one identity: asked for once however many want it, and kept fresh while mounted. */
export interface TokenManager {
  readonly store: Store<TokenState>;
  /** A JWT with enough life left to be used now. @throws AlloyError "token/..." */
  getToken(reason?: TokenReason): Promise<string>;
  /** Fetches a new one now; concurrent calls share one request. @throws AlloyError "token/..." */
  refresh(reason: TokenReason): Promise<string>;
  /** Aborts and forgets everything; final. */
  stop(): void;
}

interface HeldToken {
  jwt: string;
  /** null: it never expires. */
  lifetimeMs: number | null;
  /** How much of its life had passed when it arrived. */
  ageAtArrivalMs: number;
  arrivedAt: Moment;
}

export function createTokenManager(ports: TokenManagerPorts): TokenManager {
  const { source, clock, page, random, onEvent } = ports;
  const store = createStore<TokenState>({ status: 'idle', error: null });
  let held: HeldToken | null = null;
  let request: { promise: Promise<string>; abort: AbortController } | null = null;
  let cancelRefresh = (): void => undefined;
  const stopWaking = page.onWake(scheduleRefresh);

  function remainingMs(token: HeldToken): number {
    if (token.lifetimeMs === null) return Infinity;
    return token.lifetimeMs - token.ageAtArrivalMs - elapsedMs(token.arrivedAt, clock.now());
  }

  function leewayMs(token: HeldToken, leeway: number, share: number): number {
    return Math.min(leeway, (token.lifetimeMs ?? Infinity) * share);
  }

  function isUsable(token: HeldToken): boolean {
    return remainingMs(token) > leewayMs(token, USE_LEEWAY_MS, 0.1);
  }

  function hold(token: Token): HeldToken {
    const { issuedAt, expiresAt } = token.claims;
    const startedAt = issuedAt ?? token.sentAt ?? token.arrivedAt.wall;
    return {
      jwt: token.jwt,
      lifetimeMs: expiresAt === null ? null : expiresAt - startedAt,
      ageAtArrivalMs: token.sentAt === null ? 0 : Math.max(token.sentAt - startedAt, 0),
      arrivedAt: token.arrivedAt,
    };
  }

  function scheduleRefresh(): void {
    cancelRefresh();
    if (!held) return;
    const due = remainingMs(held) - leewayMs(held, REFRESH_LEEWAY_MS, 0.2);
    if (due <= 0) {
      if (page.isVisible()) refresh('refresh').catch(() => undefined);
    } else {
      cancelRefresh = clock.after(Math.min(due, MAX_TIMER_MS), scheduleRefresh);
    }
  }

  function refresh(reason: TokenReason): Promise<string> {
    if (request) return request.promise;
    const abort = new AbortController();
    if (!held || !isUsable(held)) store.set({ status: 'loading', error: null });
    const promise = fetchWithRetries(reason, abort.signal).then(
      (token) => {
        request = null;
        held = token;
        store.set(READY);
        scheduleRefresh();
        return token.jwt;
      },
      (error: unknown) => {
        request = null;
        const failure = toAlloyError(error, 'token/network');
        if (held && isUsable(held)) {
          cancelRefresh = clock.after(REFRESH_RETRY_MS, scheduleRefresh);
        } else if (!abort.signal.aborted) {
          store.set({ status: 'error', error: failure });
        }
        throw failure;
      },
    );
    request = { promise, abort };
    return promise;
  }

  async function fetchWithRetries(reason: TokenReason, signal: AbortSignal): Promise<HeldToken> {
    for (let attempt = 1; ; attempt++) {
      const startedAt = clock.now();
      try {
        const token = hold(await fetchOnce(reason, signal));
        const expiresInMs = remainingMs(token);
        if (!isUsable(token)) throw new AlloyError('token/expired');
        onEvent({
          type: 'token.fetched',
          reason,
          durationMs: elapsedMs(startedAt, clock.now()),
          expiresInMs: token.lifetimeMs === null ? null : expiresInMs,
        });
        return token;
      } catch (caught) {
        const error = toAlloyError(caught, 'token/network');
        const retries = error.code === 'token/expired' ? 1 : error.retryable ? MAX_RETRIES : 0;
        const willRetryInMs =
          attempt > retries || signal.aborted
            ? null
            : (error.retryAfterMs ?? backoffMs(attempt, random));
        onEvent({ type: 'token.failed', error, attempt, willRetryInMs });
        if (willRetryInMs === null) throw error;
        await pause(willRetryInMs, signal);
      }
    }
  }

  /** Ends by its answer, by the timeout, or by the signal, even when the source heeds no signal. */
  function fetchOnce(reason: TokenReason, signal: AbortSignal): Promise<Token> {
    const abort = new AbortController();
    return new Promise<Token>((resolve, reject) => {
      const end = (error: AlloyError): void => {
        reject(error);
        abort.abort();
      };
      const cancelTimeout = clock.after(REQUEST_TIMEOUT_MS, () =>
        end(new AlloyError('token/timeout')),
      );
      const onAbort = (): void => end(new AlloyError('provider/unmounted'));
      signal.addEventListener('abort', onAbort);
      source({ reason, signal: abort.signal })
        .then(resolve, reject)
        .finally(() => {
          cancelTimeout();
          signal.removeEventListener('abort', onAbort);
        });
    });
  }

  function pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(ms, resolve);
      signal.addEventListener('abort', () => {
        cancel();
        reject(new AlloyError('provider/unmounted'));
      });
    });
  }

  return {
    store,
    refresh,
    async getToken(reason) {
      if (held && isUsable(held)) return held.jwt;
      return refresh(reason ?? (held ? 'expired' : 'initial'));
    },
    stop() {
      stopWaking();
      cancelRefresh();
      request?.abort.abort();
      held = null;
    },
  };
}

const READY: TokenState = { status: 'ready', error: null };
