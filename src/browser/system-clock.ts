import type { Clock } from '../core/clock';
import { systemTimers } from '../shared/timers';

export const systemClock: Clock = {
  ...systemTimers,
  now: () => ({ wall: Date.now(), monotonic: performance.now() }),
};
