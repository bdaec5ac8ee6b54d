/** One call that many wait for. */
export interface SharedCall<Result> {
  /** Aborted when the last one who waited has left, or by `abort`. */
  readonly signal: AbortSignal;
  /** Resolves when the call is over, however it ended. */
  readonly over: Promise<void>;
  /** Waits for the result. When `signal` aborts, this wait alone ends; the last one to leave aborts the call. */
  join(signal?: AbortSignal): Promise<Result>;
  /** Ends the call for everybody who waits. */
  abort(reason: unknown): void;
}

/** Starts a call at once. It runs on until it ends or everybody who waited for it has left. */
export function startSharedCall<Result>(
  start: (signal: AbortSignal) => Promise<Result>,
): SharedCall<Result> {
  const abort = new AbortController();
  let waiting = 0;
  const result = new Promise<Result>((resolve, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason as Error));
    start(abort.signal).then(resolve, reject);
  });
  function ignore(): void {
    // How it ended is for those who wait. Everybody may have left before it fails.
  }

  return {
    signal: abort.signal,
    over: result.then(ignore, ignore),
    join: (signal) =>
      new Promise((resolve, reject) => {
        function leave(): void {
          reject(signal?.reason as Error);
          waiting--;
          if (waiting === 0) abort.abort(signal?.reason);
        }
        waiting++;
        if (signal?.aborted) {
          leave();
          return;
        }
        signal?.addEventListener('abort', leave);
        result.finally(() => signal?.removeEventListener('abort', leave)).then(resolve, reject);
      }),
    abort: (reason) => abort.abort(reason),
  };
}
