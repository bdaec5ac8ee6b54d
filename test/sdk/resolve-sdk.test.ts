import { describe, expect, test } from 'vitest';
import { resolveSdk } from '../../src/sdk/resolve-sdk';

const sdk = {
  setToken: () => undefined,
  install: () => undefined,
  authenticate: () => undefined,
};

/** Turbopack's namespace of a CommonJS module: a function that has a default as well. */
const callableNamespace = Object.assign(() => 'not the SDK', { default: () => sdk });

describe('finds the SDK in', () => {
  test.each([
    ['the SDK itself', sdk],
    ['a factory', () => sdk],
    ['a module with a default', { default: sdk }],
    ['a module whose default is a factory', { default: () => sdk }],
    ['a module in a module', { default: { default: () => sdk } }],
    ['a namespace that is a function', callableNamespace],
    ['a function that is the SDK', Object.assign(() => 'not called', sdk)],
  ])('%s', (_, loaded) => {
    expect({ ...resolveSdk(loaded) }).toEqual(sdk);
  });
});

describe('refuses, and says what came', () => {
  const broken = (): never => {
    throw new Error('broken');
  };
  test.each([
    ['undefined', undefined, 'undefined'],
    ['null', { default: null }, 'null'],
    ['a text', 'alloy', 'string'],
    ['half an SDK', { setToken: sdk.setToken, install: sdk.install }, 'without authenticate'],
    ['a factory of nothing', () => undefined, 'a function that returned undefined'],
    ['a factory that throws', broken, 'a factory that threw'],
  ])('%s', (_, loaded, got) => {
    expect(() => resolveSdk(loaded)).toThrow(
      expect.objectContaining({
        code: 'sdk/invalid',
        message: expect.stringContaining(got) as string,
      }),
    );
  });
});
