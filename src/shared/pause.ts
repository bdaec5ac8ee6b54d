import type { Timers } from './timers';

/** Waits for `ms`. Rejects with the signal's reason as soon as that aborts, and leaves no timer behind. */
export function pause(
  ms: number,
  { signal, clock }: { signal?: AbortSignal | undefined; clock: Timers },
): Promise<void> {
  return new Promise((resolve, reject) => {
    function onAbort(): void {
      cancel();
      reject(signal?.reason as Error);
    }
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort);
  });
}
