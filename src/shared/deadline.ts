/**
 * Runs `task` to its end, or until `ms` have passed or `signal` aborts, even when the task heeds no signal.
 * The signal that the task gets is aborted in all three cases that leave it undone.
 */
export function withDeadline<Result>(
  task: (signal: AbortSignal) => Promise<Result>,
  ms: number,
  onTimeout: () => Error,
  outer?: AbortSignal,
): Promise<Result> {
  const abort = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    const giveUp = (reason: Error): void => {
      reject(reason);
      abort.abort(reason);
    };
    const onOuterAbort = (): void => giveUp(outer?.reason as Error);
    const timer = setTimeout(() => giveUp(onTimeout()), ms);
    outer?.addEventListener('abort', onOuterAbort);
    if (outer?.aborted) onOuterAbort();
    task(abort.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        outer?.removeEventListener('abort', onOuterAbort);
      });
  });
}

/** Waits `ms`; rejects at once when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
