import type { Clock } from '../../../src/core/clock';
import type { Page, WakeCause } from '../../../src/core/page';

/** A page and a computer's clocks that do as they are told. */
export interface FakeBrowser {
  clock: Clock;
  page: Page;
  /** Milliseconds since the epoch as the rest of the world has them. */
  trueMs(): number;
  /** Time passes: timers run when they are due, and everything that follows from them. */
  pass(ms: number): Promise<void>;
  /** The computer sleeps: no timer runs, and the clock that nobody can set stands still. */
  sleep(ms: number): void;
  /** Somebody sets the clock. */
  setClock(byMs: number): void;
  /** Without an event, as when one is lost. */
  hide(): void;
  show(): void;
  goOffline(): void;
  goOnline(): void;
  timers(): number;
  listeners(): number;
}

const START_MS = Date.UTC(2026, 0, 5, 9);

export function createFakeBrowser(clockIsWrongByMs = 0): FakeBrowser {
  let trueMs = START_MS;
  let offsetMs = clockIsWrongByMs;
  let monotonic = 1_234.5;
  let isVisible = true;
  let isOnline = true;
  const timers = new Set<{ at: number; run: () => void }>();
  const listeners = new Set<(cause: WakeCause) => void>();

  function wake(cause: WakeCause): void {
    for (const listener of [...listeners]) listener(cause);
  }

  return {
    clock: {
      now: () => ({ wall: trueMs + offsetMs, monotonic }),
      after(ms, run) {
        // As setTimeout has it: too long a delay is none at all.
        const timer = { at: monotonic + (ms > 2_147_483_647 ? 0 : Math.max(ms, 0)), run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
    page: {
      url: () => 'https://host.example/settings',
      isVisible: () => isVisible,
      isOnline: () => isOnline,
      onWake(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    trueMs: () => trueMs,
    async pass(ms) {
      const until = monotonic + ms;
      await settle();
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at)[0];
        const stop = Math.min(next?.at ?? until, until);
        trueMs += Math.max(stop - monotonic, 0);
        monotonic = Math.max(stop, monotonic);
        if (!next || next.at > until) return;
        timers.delete(next);
        next.run();
        await settle();
      }
    },
    sleep(ms) {
      trueMs += ms;
    },
    setClock(byMs) {
      offsetMs += byMs;
    },
    hide() {
      isVisible = false;
      wake('shown');
    },
    show() {
      isVisible = true;
      wake('shown');
    },
    goOffline() {
      isOnline = false;
    },
    goOnline() {
      isOnline = true;
      wake('online');
    },
    timers: () => timers.size,
    listeners: () => listeners.size,
  };
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
