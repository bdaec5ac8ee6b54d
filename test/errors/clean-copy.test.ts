import fc from 'fast-check';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { cleanCopy } from '../../src/errors/clean-copy';
import { redact } from '../../src/errors/redact';
import { toAlloyError } from '../../src/errors/to-alloy-error';
import { encodeJwt } from '../support/fake-jwt';

const JWT = encodeJwt({ user: { _id: 'nobody-may-read-this' }, iat: 1, exp: 2 });
const KEY = 'k3y-'.repeat(10);
const [HEADER = '', PAYLOAD = '', SIGNATURE = ''] = JWT.split('.');

/** Everything of an error that a logger could print, getters and hidden properties too. */
function dump(value: unknown): string {
  return inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null });
}

function withCause(message: string, cause: unknown): Error {
  return new Error(message, { cause });
}

describe('a foreign error leaves as a copy', () => {
  test('with its name, message, code, stack and causes', () => {
    const root = Object.assign(new TypeError('connect failed'), { code: 'ECONNREFUSED' });
    const copy = cleanCopy(withCause('fetch failed', root)) as Error;
    expect(copy).toMatchObject({ name: 'Error', message: 'fetch failed' });
    expect(copy.cause).toMatchObject({
      name: 'TypeError',
      message: 'connect failed',
      code: 'ECONNREFUSED',
    });
    expect((copy.cause as Error).stack).toContain('clean-copy.test.ts');
  });

  test('and no other property', () => {
    const request = { headers: { authorization: `Bearer ${KEY}`, 'x-alloy-user-token': JWT } };
    const error = Object.assign(new Error('refused'), {
      request,
      response: { request },
      config: 1,
    });
    const copy = cleanCopy(withCause('failed', error)) as Error;
    expect(Object.keys(copy)).toEqual(['name']);
    expect(Object.getOwnPropertyNames(copy.cause).sort()).toEqual(['message', 'name', 'stack']);
  });

  test('an error of another realm is an error', () => {
    const foreign: unknown = runInNewContext('new TypeError("from elsewhere")');
    expect(cleanCopy(foreign)).toMatchObject({ name: 'TypeError', message: 'from elsewhere' });
  });

  test('what is no error is named by its kind, or stays as it is', () => {
    expect(cleanCopy(new Response('secret'))).toMatchObject({ message: '[object Response]' });
    expect(cleanCopy({ headers: { token: JWT } })).toMatchObject({ message: '[object Object]' });
    expect(cleanCopy(undefined)).toBeUndefined();
    expect(cleanCopy(404)).toBe(404);
    expect(cleanCopy(`no ${JWT}`)).toBe('no <token>');
  });

  test('circles end, and so do causes beyond number', () => {
    const circle = new Error('round');
    circle.cause = withCause('and round', circle);
    expect(dump(cleanCopy(circle))).not.toContain('Circular');
    const copies = dump(cleanCopy(deep(100)));
    expect(copies).toContain('level 100');
    expect(copies).not.toContain('level 50');
  });

  test('getters and proxies that throw are passed over', () => {
    const hostile = Object.defineProperties(new Error('seen'), {
      cause: { get: fail },
      code: { get: fail },
      name: { get: fail },
    });
    expect(cleanCopy(hostile)).toMatchObject({ message: 'seen', name: 'Error' });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(cleanCopy(proxy)).toBeInstanceOf(Error);
    expect(toAlloyError(proxy, 'sdk/failed')).toMatchObject({ code: 'sdk/failed' });
  });

  function fail(): never {
    throw new Error(`hostile ${JWT}`);
  }

  function deep(levels: number): Error {
    return levels ? withCause(`level ${levels}`, deep(levels - 1)) : new Error('bottom');
  }
});

describe('redaction', () => {
  test('comes before cutting: a secret across the limit is not cut in half', () => {
    for (const secret of [JWT, KEY]) {
      for (let at = 1_900; at < 2_000; at += 7) {
        const copy = cleanCopy(new Error('x'.repeat(at) + secret), KEY);
        expect(dump(copy)).not.toContain(secret.slice(0, 12));
      }
    }
  });

  test.each([
    ['in an address', `https://app.example/?token=${JWT}&a=b`],
    ['after an encoded sign', `token%3D${JWT}%26a`],
    ['twice', `${JWT} ${JWT}`],
    ['without its signature', `${HEADER}.${PAYLOAD}`],
    ['without its header', PAYLOAD],
    ['cut short', JWT.slice(0, -SIGNATURE.length - 9)],
  ])('finds a token %s', (_, text) => {
    expect(redact(text)).not.toContain(PAYLOAD.slice(0, 20));
    expect(redact(text)).not.toContain(SIGNATURE);
  });

  test('leaves ordinary texts alone', () => {
    const text = 'TypeError: keyJ is not a function at https://app.example/eyJ/a.b.js:1:2';
    expect(redact(text, '')).toBe(text);
  });

  test('removes a key that is a part of something longer, or looks like a pattern', () => {
    expect(redact(`"${KEY}x"`, KEY)).toBe('"<secret>x"');
    expect(redact('a$&b', '$&')).toBe('a<secret>b');
  });
});

/** Errors as fetch wrappers, SDKs and hosts make them, with secrets wherever one can be. */
const secret = fc.constantFrom(JWT, KEY, `Bearer ${JWT}`, `https://a.example/?t=${JWT}`, `${JWT},`);
const text = fc
  .tuple(fc.string({ maxLength: 40 }), secret, fc.nat(2_500))
  .map(([before, hidden, padding]) => `${before}${' '.repeat(padding)}${hidden}`);
const headers = fc.oneof(
  text.map((value) => new Headers({ authorization: encodeURIComponent(value) })),
  text.map((authorization) => ({ authorization })),
  text.map((value) => [[value, value]]),
);
const anything = fc.oneof(text, fc.anything(), headers);
const { hostile } = fc.letrec<{ hostile: unknown }>((tie) => ({
  hostile: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    anything,
    fc
      .record({
        kind: fc.constantFrom('error', 'object', 'aggregate', 'thrower', 'circle', 'getter'),
        message: text,
        name: text,
        code: fc.oneof(text, fc.integer()),
        request: fc.record({ headers, url: text }),
        extra: anything,
        cause: tie('hostile'),
      })
      .map(({ kind, message, cause, ...rest }) => build(kind, message, cause, rest)),
  ),
}));

function build(kind: string, message: string, cause: unknown, rest: object): unknown {
  const error: Error =
    kind === 'aggregate' ? new AggregateError([cause], message) : new Error(message, { cause });
  Object.assign(error, rest, { stack: `${message}\n  at ${message}` });
  if (kind === 'object') return { ...rest, message, cause };
  if (kind === 'circle') error.cause = { message, cause: error };
  if (kind === 'thrower' || kind === 'getter') {
    for (const property of ['name', 'code', 'cause', 'message']) {
      Object.defineProperty(error, property, {
        get() {
          if (kind === 'thrower') throw new Error(message);
          return message;
        },
      });
    }
  }
  return error;
}

test('whatever is thrown, nothing of a token or a key can be read from what leaves', () => {
  fc.assert(
    fc.property(hostile, (thrown) => {
      const seen = dump(toAlloyErrorOf(thrown));
      for (const part of [HEADER, PAYLOAD, SIGNATURE, KEY]) {
        for (let at = 0; at + 12 <= part.length; at += 12) {
          const piece = part.slice(at, at + 12);
          // The header alone says nothing of a user, and its first characters are those of any JSON.
          if (seen.includes(piece)) throw new Error(`a piece at ${at} is readable`);
        }
      }
    }),
    { numRuns: 500 },
  );
});

function toAlloyErrorOf(thrown: unknown): unknown {
  return [toAlloyError(cleanCopy(thrown, KEY), 'sdk/failed'), cleanCopy(thrown, KEY)];
}
