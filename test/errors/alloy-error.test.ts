import { describe, expect, test } from 'vitest';
import { AlloyError, isAlloyError } from '../../src/errors/alloy-error';
import { toAlloyError } from '../../src/errors/to-alloy-error';

describe('an AlloyError', () => {
  test('holds what it was given, and no property for what it was not', () => {
    const cause = new Error('beneath');
    const error = new AlloyError('api/http', { status: 429, retryAfterMs: 0, cause });
    expect(error).toMatchObject({ name: 'AlloyError', code: 'api/http', status: 429, cause });
    expect(error.retryAfterMs).toBe(0);
    expect(error).toBeInstanceOf(Error);
    const bare = new AlloyError('modal/busy');
    for (const absent of ['status', 'retryAfterMs', 'cause']) expect(absent in bare).toBe(false);
  });

  test.each([
    [400, false],
    [401, false],
    [407, false],
    [408, true],
    [409, false],
    [428, false],
    [429, true],
    [430, false],
    [499, false],
    [500, true],
    [503, true],
    [599, true],
  ])('of HTTP %i is retryable: %s', (status, retryable) => {
    expect(new AlloyError('token/http', { status }).retryable).toBe(retryable);
    // The status decides, also where the code alone would say otherwise.
    expect(new AlloyError('token/network', { status }).retryable).toBe(retryable);
  });

  test.each(['token/network', 'token/timeout', 'sdk/load-failed', 'modal/busy'] as const)(
    'of the code %s alone is retryable',
    (code) => {
      expect(new AlloyError(code).retryable).toBe(true);
    },
  );

  test.each(['token/http', 'token/malformed', 'provider/missing', 'api/unauthorized'] as const)(
    'of the code %s alone is not',
    (code) => {
      expect(new AlloyError(code).retryable).toBe(false);
    },
  );

  test('is known by its mark, which is not seen and not copied', () => {
    const error = new AlloyError('modal/busy');
    expect(isAlloyError(error)).toBe(true);
    expect(isAlloyError(Object.assign({}, error))).toBe(false);
    expect(isAlloyError({ [Symbol.for('alloy-react.error')]: true })).toBe(true);
    for (const other of [null, undefined, 'alloy-react.error', 7, new Error('other')]) {
      expect(isAlloyError(other)).toBe(false);
    }
  });
});

test('toAlloyError leaves ours as it is, and makes a foreign error the cause of a new one', () => {
  const ours = new AlloyError('modal/busy');
  expect(toAlloyError(ours, 'sdk/failed')).toBe(ours);
  const made = toAlloyError(new TypeError('foreign'), 'token/network', { where: '/token' });
  expect(made).toMatchObject({
    code: 'token/network',
    cause: { name: 'TypeError', message: 'foreign' },
  });
  expect(made.message).toContain(' /token.');
});
