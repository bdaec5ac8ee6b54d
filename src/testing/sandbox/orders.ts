import { answerJson } from './answer';

/** An HTTP status, one with Retry-After in seconds, or a broken network. */
export type SandboxFailure = number | 'network' | { status: number; retryAfterSeconds?: number };

/** Failures and delays that were asked for, in the order in which requests will meet them. */
export interface SandboxOrders {
  failNext(failure: SandboxFailure, times?: number): void;
  delayNext(ms: number, times?: number): void;
  /** The ordered refusal, if there is one for this request; rejects as fetch does when it is aborted. */
  fulfil(signal: AbortSignal | undefined): Promise<Response | null>;
}

export function createSandboxOrders(latencyMs: number): SandboxOrders {
  const failures: SandboxFailure[] = [];
  const delays: number[] = [];

  return {
    failNext(failure, times = 1) {
      for (let left = times; left > 0; left--) failures.push(failure);
    },
    delayNext(ms, times = 1) {
      for (let left = times; left > 0; left--) delays.push(ms);
    },
    async fulfil(signal) {
      const failure = failures.shift();
      await passTime(delays.shift() ?? latencyMs, signal);
      if (failure === undefined) return null;
      if (failure === 'network') throw new TypeError('fetch failed');
      const { status, retryAfterSeconds } =
        typeof failure === 'number' ? { status: failure } : { ...failure };
      return answerJson(
        { message: `The sandbox was told to answer ${status}.` },
        {
          status,
          ...(retryAfterSeconds !== undefined && {
            headers: { 'retry-after': String(retryAfterSeconds) },
          }),
        },
      );
    },
  };
}

function passTime(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = ms > 0 ? setTimeout(resolve, ms) : undefined;
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort);
    if (ms <= 0) resolve();
  });
}
