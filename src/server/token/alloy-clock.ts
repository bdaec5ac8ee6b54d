/** Alloy's clock, as far as its answers told it. Until then this machine's. */
export interface AlloyClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** @param sentAt when Alloy answered, by its own clock */
  learn(sentAt: Date | undefined): void;
}

/**
 * Tokens are dated by Alloy's clock, and this machine's may be an hour off: it would then call every fresh token dead. What
 * counts is only how far the two are apart.
 */
export function createAlloyClock(): AlloyClock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    learn(sentAt) {
      if (sentAt) aheadMs = sentAt.getTime() - Date.now();
    },
  };
}
