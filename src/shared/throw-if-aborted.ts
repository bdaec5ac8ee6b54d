/** `signal.throwIfAborted()`, which the jsdom of Jest 29 and browsers before Chrome 100 lack. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason as Error;
}
