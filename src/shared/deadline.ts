import type { Timers } from './timers';

export interface Deadline {
  /** Milliseconds. */
  ms: number;
  /** Ends the work early. The promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  clock: Timers;
  /** Makes the error for work that is late. Called only then, so that no other call pays for a stack trace. */
  onTimeout: () => Error;
}

/**
 * Runs `work` until it ends, until `ms` have passed, or until `signal` aborts.
 *
 * Work that ignores its own signal is left behind: whatever it does later is heard by nobody. It may throw, and it may
 * return any thenable.
 */
export function withDeadline<Result>(
  work: (signal: AbortSignal) => Result | PromiseLike<Result>,
  { ms, signal, clock, onTimeout }: Deadline,
): Promise<Result> {
  const abort = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    function stopWaiting(): void {
      cancelTimeout();
      signal?.removeEventListener('abort', onAbort);
    }
    function giveUp(reason: Error): void {
      stopWaiting();
      reject(reason);
      abort.abort(reason);
    }
    function onAbort(): void {
      giveUp(signal?.reason as Error);
    }
    const cancelTimeout = clock.after(ms, () => giveUp(onTimeout()));
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    // A promise of its own, because a thenable may throw while it is read.
    new Promise<Result>((settle) => settle(work(abort.signal)))
      .finally(stopWaiting)
      .then(resolve, reject);
  });
}
