/** One moment, by two clocks, each in milliseconds. */
export interface Moment {
  /** It may be wrong, and may be set while the page is open. */
  wall: number;
  /** Nobody can set it; on some systems it stands still during sleep. */
  monotonic: number;
}

/** Time, as it is handed to core: a test passes its own. */
export interface Clock {
  now(): Moment;
  /** Calls `run` after `ms`; returns how to prevent that. */
  after(ms: number, run: () => void): () => void;
}

/** The larger of two readings: one clock can be set back, the other may stand still during sleep. */
export function elapsedMs(since: Moment, now: Moment): number {
  return Math.max(now.wall - since.wall, now.monotonic - since.monotonic);
}
