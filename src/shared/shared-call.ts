interface SharedCall<Result> {
  result: Promise<Result>;
  waiting: number;
  abort: AbortController;
}

/**
 * Makes concurrent calls for one key a single one. Who leaves leaves alone: the call is aborted when the last
 * one is gone.
 */
export function createSharedCalls<Result>(): (
  key: string,
  signal: AbortSignal,
  start: (signal: AbortSignal) => Promise<Result>,
) => Promise<Result> {
  const calls = new Map<string, SharedCall<Result>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<Result>): SharedCall<Result> {
    const abort = new AbortController();
    const forget = (): void => {
      if (calls.get(key) === call) calls.delete(key);
    };
    const call: SharedCall<Result> = { result: start(abort.signal), waiting: 0, abort };
    calls.set(key, call);
    call.result.then(forget, forget);
    abort.signal.addEventListener('abort', forget);
    return call;
  }

  return (key, signal, start) => {
    const call = calls.get(key) ?? begin(key, start);
    call.waiting++;
    return new Promise<Result>((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--call.waiting === 0) call.abort.abort(signal.reason);
      };
      signal.addEventListener('abort', leave);
      if (signal.aborted) leave();
      call.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
}
