import type { AlloyError } from '../../errors/alloy-error';
import type { SharedCall } from '../../shared/shared-call';
import type { Clock } from '../clock';

/** How long somebody waits while nothing moves, before being told. */
export const PATIENCE_MS = 10_000;

/** How somebody waits for a token. */
export interface Wait {
  /** Gives up this wait alone. */
  signal?: AbortSignal | undefined;
  /** A background wait. It has no limit while nothing moves, such as offline. */
  isPatient?: boolean | undefined;
}

/** Those who wait for one token. The last one to leave aborts the call. */
export interface Waiters {
  join(wait: Wait): Promise<string>;
  /** Nothing moves from now on, because of this error: whoever is impatient hears of it in ten seconds. */
  holdUp(error: AlloyError): void;
  /** It moves again. */
  moveOn(): void;
}

export function createWaiters(call: SharedCall<string>, clock: Clock): Waiters {
  const impatient = new Set<() => void>();
  let heldUpBy: AlloyError | null = null;

  function joinImpatiently(signal: AbortSignal | undefined): Promise<string> {
    const leave = new AbortController();
    let cancelPatience: (() => void) | null = null;
    function onAbort(): void {
      leave.abort(signal?.reason);
    }
    function startPatience(): void {
      cancelPatience ??= clock.after(PATIENCE_MS, () => {
        cancelPatience = null;
        if (heldUpBy) leave.abort(heldUpBy);
      });
    }
    impatient.add(startPatience);
    signal?.addEventListener('abort', onAbort);
    if (heldUpBy) startPatience();
    return call.join(leave.signal).finally(() => {
      impatient.delete(startPatience);
      signal?.removeEventListener('abort', onAbort);
      cancelPatience?.();
    });
  }

  return {
    join: ({ signal, isPatient }) => (isPatient ? call.join(signal) : joinImpatiently(signal)),
    holdUp(error) {
      heldUpBy = error;
      for (const startPatience of impatient) startPatience();
    },
    moveOn() {
      heldUpBy = null;
    },
  };
}
