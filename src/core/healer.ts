import type { Clock } from './clock';
import type { Page } from './page';

const FIRST_MS = 60_000;
const LONGEST_MS = 300_000;
/** All pages failed at the same moment. They come back spread over this share of the wait. */
const SPREAD = 0.5;

export interface HealerPorts {
  clock: Clock;
  page: Page;
  random: () => number;
}

/** Tries again what failed for a passing reason, on a page that nobody touches. */
export interface Healer {
  /** Tries in a minute, unless that is planned already; after a second failure in two minutes, then every five. */
  schedule(): void;
  /** It is being tried: the planned try is off. */
  pause(): void;
  /** It works again, or nobody wants it any more. */
  reset(): void;
}

/** `run` is not called while the page is hidden: coming back to it is what tries again then. */
export function createHealer({ clock, page, random }: HealerPorts, run: () => void): Healer {
  let waitMs = FIRST_MS;
  let cancelTimer: (() => void) | null = null;

  function pause(): void {
    cancelTimer?.();
    cancelTimer = null;
  }

  return {
    schedule() {
      if (cancelTimer) return;
      cancelTimer = clock.after(waitMs * (1 + random() * SPREAD), () => {
        cancelTimer = null;
        if (page.isVisible()) run();
      });
      waitMs = Math.min(waitMs * 2, LONGEST_MS);
    },
    pause,
    reset() {
      pause();
      waitMs = FIRST_MS;
    },
  };
}
