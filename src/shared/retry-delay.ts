/** No retry comes sooner, whatever the server asks for: "Retry-After: 0" would be a storm. */
const LEAST_PAUSE_MS = 100;
/** Everybody who was refused got the same Retry-After: they come back spread over this share of it. */
const SPREAD = 0.5;

export interface Retry {
  /** Counts from 1. */
  attempt: number;
  /** The longest pause before the first retry; it doubles with each one. Milliseconds. */
  baseMs: number;
  /** What the server asked for. Never undercut. */
  retryAfterMs?: number | null | undefined;
  random: () => number;
}

/** How long to wait before a retry: exponential back-off with full jitter, after what the server asked for. */
export function retryDelayMs({ attempt, baseMs, retryAfterMs, random }: Retry): number {
  const backoffMs = baseMs * 2 ** (attempt - 1);
  const askedMs = retryAfterMs ?? 0;
  const spreadMs = Math.max(backoffMs, askedMs * SPREAD) - LEAST_PAUSE_MS;
  return askedMs + LEAST_PAUSE_MS + random() * Math.max(spreadMs, 0);
}
