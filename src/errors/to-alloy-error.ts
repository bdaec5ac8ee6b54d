import { AlloyError, isAlloyError } from './alloy-error';
import { cleanCopy } from './clean-copy';
import type { AlloyErrorCode } from './codes';
import type { AlloyErrorFacts } from './messages';

/** An error of ours as it is. Any other becomes the cause of a new one, as a clean copy. */
export function toAlloyError(
  value: unknown,
  code: AlloyErrorCode,
  facts?: AlloyErrorFacts,
): AlloyError {
  return isOurs(value) ? value : new AlloyError(code, { ...facts, cause: cleanCopy(value) });
}

/** Anything can be thrown, such as a proxy that refuses to be looked at. */
function isOurs(value: unknown): value is AlloyError {
  try {
    return isAlloyError(value);
  } catch {
    return false;
  }
}
