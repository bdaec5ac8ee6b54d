import { isAlloyError } from './alloy-error';
import type { AlloyErrorCode } from './codes';
import { warnOnce } from './warn-once';

/** What only a developer can mend: it was never right. */
const FAULTS: readonly AlloyErrorCode[] = [
  'provider/invalid-props',
  'token/http',
  'token/malformed',
  'token/not-a-jwt',
];

/** Tells the developer why a preload failed that nobody waits for: a page of a catalog alone would say nothing. */
export function adviseOnFault(error: unknown): void {
  if (process.env.NODE_ENV === 'production') return;
  if (isAlloyError(error) && !error.retryable && FAULTS.includes(error.code)) {
    warnOnce(error.message);
  }
}
