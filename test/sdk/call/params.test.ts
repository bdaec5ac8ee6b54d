import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authenticateParams, installParams } from '../../../src/sdk/call/params';
import { repairUrl } from '../../../src/sdk/screen/sdk-modal';

/** As the SDK writes its URLs, and as whoever receives one reads it: decoded once. */
function arrives(parameter: unknown): string | null {
  const frame = document.createElement('iframe');
  const text = typeof parameter === 'string' ? parameter : JSON.stringify(parameter);
  frame.src = `https://app.runalloy.com/forge-install?value=${text}&token=jwt`;
  repairUrl(frame);
  const { searchParams, hash } = new URL(frame.src);
  expect(searchParams.get('token')).toBe('jwt');
  expect(hash).toBe('');
  return searchParams.get('value');
}

test('any text arrives as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
      expect(arrives(installParams({ title }).title)).toBe(title);
      expect(arrives(authenticateParams({ app: title }).app)).toBe(title);
    }),
  );
});

test('any JSON arrives as it was given', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ stringUnit: 'grapheme' }), { minLength: 1 }), (values) => {
      const { preFilledValues, outputOverride } = installParams({
        preFilledValues: values,
        outputOverride: values,
      });
      const json = JSON.stringify(values);
      expect(JSON.parse(arrives(preFilledValues) ?? '')).toEqual(JSON.parse(json));
      expect(JSON.parse(arrives(outputOverride) ?? '')).toEqual(JSON.parse(json));
    }),
  );
});

test('a text that was cut in the middle of a character opens the modal all the same', () => {
  expect(arrives(installParams({ title: 'Shop \ud83d' }).title)).toBe('Shop \ufffd');
});

describe('operation', () => {
  test.each(['edit', 'update'] as const)('%s asks for the authentication too', (operation) => {
    expect(installParams({ operation })).toMatchObject({
      operation,
      alwaysShowAuthentication: true,
    });
    expect(
      installParams({ operation, alwaysShowAuthentication: false }).alwaysShowAuthentication,
    ).toBe(false);
  });

  test('of an install leaves it to the SDK', () => {
    expect(installParams({ integrationId: 'i1' }).alwaysShowAuthentication).toBeUndefined();
  });
});
