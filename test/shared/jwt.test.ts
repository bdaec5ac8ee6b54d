import { expect, test } from 'vitest';
import { readJwt } from '../../src/shared/jwt';
import { encodeJwt } from '../support/fake-jwt';

test.each([
  [
    'whole',
    { user: { _id: 'u' }, iat: 1, exp: 3601 },
    { subject: 'u', issuedAt: 1_000, expiresAt: 3_601_000 },
  ],
  ["with another's subject", { sub: 's' }, { subject: 's', issuedAt: null, expiresAt: null }],
  ['with both', { user: { _id: 'u' }, sub: 's' }, { subject: 'u' }],
  ['with a user without an id', { user: {}, sub: 's' }, { subject: 's' }],
  ['with an id that is no string', { user: { _id: 7 } }, { subject: null }],
  ['with times that are no numbers', { iat: '1', exp: null }, { issuedAt: null, expiresAt: null }],
  ['of the year 1970', { iat: 0, exp: 0 }, { issuedAt: 0, expiresAt: 0 }],
])('a JWT %s says what it says', (_, payload, claims) => {
  expect(readJwt(encodeJwt(payload))).toMatchObject(claims);
});

test('what is not a JWT is refused, without a part of it in the error', () => {
  const secret = 'k3y'.repeat(12);
  for (const text of ['', secret, `${secret}.${secret}`, `${secret}.${secret}.${secret}`]) {
    expect(() => readJwt(text)).toThrow();
    try {
      readJwt(text);
    } catch (error) {
      expect(String(error)).not.toContain('k3yk3y');
    }
  }
});
