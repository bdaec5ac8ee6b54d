import { withDeadline } from '../../shared/deadline';
import { systemTimers, type Timers } from '../../shared/timers';
import type { TokenCache } from './token-cache';

/** A cache that takes longer is passed by: a Redis client without a connection queues for ever. */
const TIMEOUT_MS = 1_000;
const TIMEOUT_STEPS = 4;
/** A request that only tries whether the cache is back waits no longer than this. */
const TRIAL_MS = 100;
const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 60_000;

class CacheTimeout extends Error {
  override readonly name = 'CacheTimeout';
}

/**
 * A cache that may hang. After a time-out it is left alone for some seconds, so that an outage costs one second once, and
 * so that its client does not queue what nobody waits for. Then one request tries it, and each failure doubles the pause.
 * An old question that is answered after all shows that the cache is back.
 */
export function createCacheGuard(cache: TokenCache): TokenCache {
  /** Ends the waits of all who ask: when one has waited long enough, so have they. */
  const waits = new Set<() => void>();
  let pauseMs = 0;
  let triedAt = 0;

  function open(): void {
    pauseMs = Math.min(pauseMs * 2 || FIRST_PAUSE_MS, MAX_PAUSE_MS);
    triedAt = Date.now();
  }

  function close(): void {
    pauseMs = 0;
  }

  function ask(question: () => unknown): unknown {
    const answer = question();
    if (!isThenable(answer)) {
      close();
      return answer;
    }
    const settled = Promise.resolve(answer).then((value) => {
      close();
      return value;
    });
    return pauseMs === 0 ? waitFor(settled) : tryFor(settled);
  }

  function waitFor(settled: Promise<unknown>): Promise<unknown> {
    return new Promise<unknown>((resolve, reject) => {
      const cancel = patientTimers.after(TIMEOUT_MS, () => {
        waits.delete(leave);
        reject(new CacheTimeout(`The token cache gave no answer within ${TIMEOUT_MS} ms.`));
        open();
        for (const leaveToo of waits) leaveToo();
      });
      function leave(): void {
        waits.delete(leave);
        cancel();
        resolve(undefined);
      }
      waits.add(leave);
      void settled.then(resolve, reject).finally(leave);
    });
  }

  async function tryFor(settled: Promise<unknown>): Promise<unknown> {
    open();
    const late = new CacheTimeout();
    try {
      return await withDeadline(() => settled, {
        ms: TRIAL_MS,
        clock: systemTimers,
        onTimeout: () => late,
      });
    } catch (error) {
      // It was told when the pause began.
      if (error === late) return undefined;
      throw error;
    }
  }

  return {
    get(key) {
      const isLeftAlone = pauseMs > 0 && Date.now() - triedAt < pauseMs;
      return isLeftAlone ? undefined : ask(() => cache.get(key));
    },
    // Never a trial: what cannot be read now need not be written.
    set: (key, value, ttlMs) => (pauseMs > 0 ? undefined : ask(() => cache.set(key, value, ttlMs))),
  };
}

/**
 * In steps, so that a busy process does not mistake its own delay for the cache's. Each wait has a timer of its own: on Workers
 * a timer that many requests share ends with the request that began it.
 */
const patientTimers: Timers = {
  after(ms, run) {
    let left = TIMEOUT_STEPS;
    let cancel = (): void => undefined;
    function step(): void {
      if (left === 0) run();
      else cancel = systemTimers.after(ms / TIMEOUT_STEPS, step);
      left--;
    }
    step();
    return () => cancel();
  },
};

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
