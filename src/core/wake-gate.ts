import { elapsedMs, type Clock, type Moment } from './clock';

/** However often a page comes back within this, it asks once. */
export const WAKE_GAP_MS = 10_000;

/** Lets one thing through every ten seconds. */
export interface WakeGate {
  /** Whether to act on this wake. One that comes too soon after the last is not acted on. */
  mayPass(): boolean;
}

/** A click from a frame into the page counts as a return to it: without a gate, ten clicks are ten requests. */
export function createWakeGate(clock: Clock): WakeGate {
  let passedAt: Moment | null = null;
  return {
    mayPass() {
      const now = clock.now();
      if (passedAt && elapsedMs(passedAt, now) < WAKE_GAP_MS) return false;
      passedAt = now;
      return true;
    },
  };
}
