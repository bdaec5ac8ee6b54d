import { AlloyApiError } from './api-error';

/** Half of a surrogate pair. UTF-8 has no place for it, so that two such names become one on their way. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether the text arrives at Alloy as it is. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** An id or a username as it is. @throws AlloyApiError "invalid-request" when Alloy cannot be asked for it */
export function checkedId(id: string): string {
  if (id && isWellFormed(id)) return id;
  throw new AlloyApiError(
    'invalid-request',
    `Alloy's API cannot be asked for ${JSON.stringify(id)}: an id or a username is expected here.`,
  );
}
