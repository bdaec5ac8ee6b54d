import type { AlloyEvent } from '../core/contract/events';
import { createStore } from '../core/store';

/** How many events are kept. */
const KEPT = 100;

export interface RecordedEvent {
  /** Counts from 0. */
  id: number;
  /** The time of day. */
  at: string;
  event: AlloyEvent;
}

const NONE: readonly RecordedEvent[] = [];
let count = 0;

export const recorded = createStore<readonly RecordedEvent[]>(NONE);

/**
 * Keeps an event for `<AlloyDevtools>`: pass it as `onEvent`. Does nothing in a production build.
 *
 * @example
 * ```tsx
 * <AlloyProvider tokenUrl="/api/alloy/token" onEvent={recordAlloyEvent}>
 *   <App />
 *   <AlloyDevtools />
 * </AlloyProvider>;
 * ```
 */
export function recordAlloyEvent(event: AlloyEvent): void {
  if (process.env.NODE_ENV === 'production') return;
  const at = new Date().toLocaleTimeString();
  recorded.set([...recorded.getSnapshot(), { id: count++, at, event }].slice(-KEPT));
}

export function forgetEvents(): void {
  recorded.set(NONE);
}
