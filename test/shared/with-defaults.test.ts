import { expect, test } from 'vitest';
import { withDefaults } from '../../src/shared/with-defaults';

const defaults = { idle: 'Connect', error: 'Try again', count: 1 };

test('the last override wins', () => {
  expect(withDefaults(defaults, { idle: 'a', error: 'b' }, undefined, { idle: 'c' })).toEqual({
    idle: 'c',
    error: 'b',
    count: 1,
  });
});

test('an override of undefined is none; an empty one is one', () => {
  expect(withDefaults(defaults, { idle: undefined, error: '', count: 0 })).toEqual({
    idle: 'Connect',
    error: '',
    count: 0,
  });
});

test('the defaults stay as they are', () => {
  withDefaults(defaults, { idle: 'a' });
  expect(defaults.idle).toBe('Connect');
});
