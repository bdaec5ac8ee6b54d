import { AlloyApiError } from './api-error';

/** The answer as an object; an empty one when it is something else. */
export function objectIn(answer: unknown): Record<string, unknown> {
  return typeof answer === 'object' && answer !== null ? { ...answer } : {};
}

/** A string of the answer, at its top or in its `data`. @throws AlloyApiError */
export function stringIn(answer: unknown, key: string, where: string): string {
  const value = objectIn(answer)[key] ?? objectIn(objectIn(answer).data)[key];
  if (typeof value === 'string' && value) return value;
  throw malformed(where, `an object with "${key}"`);
}

/** A list, bare or in `data`. @throws AlloyApiError */
export function listIn(answer: unknown, where: string): unknown[] {
  const list: unknown = Array.isArray(answer) ? answer : objectIn(answer).data;
  if (Array.isArray(list)) return list as unknown[];
  throw malformed(where, 'a list');
}

export function malformed(where: string, expected: string): AlloyApiError {
  return new AlloyApiError(
    'malformed',
    `Alloy's API, ${where}: expected ${expected} in the answer.`,
  );
}
