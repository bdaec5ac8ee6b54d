import { startSharedCall, type SharedCall } from './shared-call';

/** Makes concurrent calls for one key a single one. Each caller can leave; the last one to leave aborts the call. */
export function createSharedCalls<Result>(): (
  key: string,
  signal: AbortSignal | undefined,
  start: (signal: AbortSignal) => Promise<Result>,
) => Promise<Result> {
  const calls = new Map<string, SharedCall<Result>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<Result>): SharedCall<Result> {
    const call = startSharedCall(start);
    function forget(): void {
      if (calls.get(key) === call) calls.delete(key);
    }
    calls.set(key, call);
    void call.over.then(forget);
    return call;
  }

  return (key, signal, start) => {
    const running = calls.get(key);
    const call = running && !running.signal.aborted ? running : begin(key, start);
    return call.join(signal);
  };
}
