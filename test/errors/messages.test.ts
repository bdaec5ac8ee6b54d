import { expect, test, vi } from 'vitest';
import type { AlloyErrorCode } from '../../src/errors/codes';
import { explain } from '../../src/errors/messages';

/** What the development message of each code tells, beside the cure. */
const TELLS: Record<AlloyErrorCode, ('where' | 'got')[]> = {
  'token/unauthorized': ['where', 'got'],
  'token/http': ['where', 'got'],
  'token/network': ['where'],
  'token/timeout': ['where'],
  'token/malformed': ['where', 'got'],
  'token/not-a-jwt': ['where', 'got'],
  'token/expired': ['where'],
  'token/user-changed': ['where'],
  'sdk/load-failed': ['where'],
  'sdk/invalid': ['got'],
  'sdk/failed': ['got'],
  'install/invalid-options': ['where'],
  'modal/busy': [],
  'modal/timeout': ['where'],
  'modal/unreachable': ['where'],
  'modal/failed': [],
  'api/unauthorized': ['where', 'got'],
  'api/http': ['where', 'got'],
  'api/network': ['where'],
  'api/malformed': ['where'],
  'disconnect/unauthorized': ['where', 'got'],
  'disconnect/http': ['where', 'got'],
  'disconnect/network': ['where'],
  'provider/missing': ['where'],
  'provider/invalid-props': ['got'],
  'provider/unmounted': [],
  'provider/failed': [],
};
const CODES = Object.keys(TELLS) as AlloyErrorCode[];

test.each(CODES)(
  '%s says what happened, with the place and the value, and links to the cure',
  (code) => {
    const facts = { where: 'PLACE', got: 'VALUE', detail: 'One thing more' };
    const message = explain(code, facts);
    const anchor = `https://www.npmjs.com/package/alloy-react#${code.replace('/', '-')}`;
    expect(message.startsWith(`${code}: `)).toBe(true);
    expect(message.endsWith(` One thing more. ${anchor}`)).toBe(true);
    expect(message.includes('PLACE')).toBe(TELLS[code].includes('where'));
    expect(message.includes('VALUE')).toBe(TELLS[code].includes('got'));
    expect(message.length).toBeGreaterThan(code.length + anchor.length + 40);
    // It stays a sentence when less is known.
    for (const sentence of [message, explain(code, { where: 'PLACE' })]) {
      expect(sentence).not.toMatch(/ {2}| [.,:]|undefined|\.\./);
    }
  },
);

test('an HTTP status is named in place of the value', () => {
  expect(explain('token/http', { got: 'VALUE', status: 404 })).toContain('answered HTTP 404.');
});

test('without a place it names none', () => {
  expect(explain('token/http', { status: 404 })).toContain('The token endpoint answered HTTP 404.');
});

test('without a value it speaks of something else', () => {
  expect(explain('sdk/invalid', {})).toContain('it is something else.');
});

test.each(CODES)('a production build says of %s the code and the link', (code) => {
  vi.stubEnv('NODE_ENV', 'production');
  expect(explain(code, { where: 'PLACE', got: 'VALUE', detail: 'One thing more' })).toBe(
    `${code}: https://www.npmjs.com/package/alloy-react#${code.replace('/', '-')}`,
  );
});
