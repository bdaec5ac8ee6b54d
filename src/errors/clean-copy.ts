import { redact } from './redact';

const MAX_CAUSES = 8;
const MAX_NAME_CHARACTERS = 100;
const MAX_TEXT_CHARACTERS = 2_000;

/**
 * What of a foreign error may leave the library: its name, message, code, stack and causes, redacted. The error itself
 * may not, because fetch wrappers hang the request on what they throw, and its headers hold the token.
 *
 * A value that is no object stays as it is, but for the tokens in it. An object that is not an error becomes one.
 *
 * @param secret also removed, wherever it occurs
 */
export function cleanCopy(value: unknown, secret?: string): unknown {
  const seen = new Set<unknown>();

  /** Redacts before it cuts: a secret that is cut in half would not be found. */
  function clean(text: string, maxCharacters = MAX_TEXT_CHARACTERS): string {
    const redacted = redact(text, secret);
    return redacted.length > maxCharacters ? `${redacted.slice(0, maxCharacters)}…` : redacted;
  }

  function copy(original: unknown): unknown {
    if (typeof original === 'string' || typeof original === 'symbol') {
      return clean(String(original));
    }
    if (!isObject(original)) return original;
    if (seen.has(original) || seen.size > MAX_CAUSES) return undefined;
    seen.add(original);
    const [name, message, stack, code] = ['name', 'message', 'stack', 'code'].map((property) =>
      read(original, property),
    );
    const cause = copy(read(original, 'cause'));
    const safe = new Error(
      clean(typeof message === 'string' ? message : kindOf(original)),
      cause === undefined ? undefined : { cause },
    );
    safe.name = typeof name === 'string' ? clean(name, MAX_NAME_CHARACTERS) : 'Error';
    // Never its own: that one would name this file as the place of the error.
    safe.stack = typeof stack === 'string' ? clean(stack) : '';
    if (typeof code === 'string') Object.assign(safe, { code: clean(code, MAX_NAME_CHARACTERS) });
    if (typeof code === 'number') Object.assign(safe, { code });
    return safe;
  }

  return copy(value);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A getter or a proxy may throw. */
function read(from: object, property: string): unknown {
  try {
    return (from as Record<string, unknown>)[property];
  } catch {
    return undefined;
  }
}

/** Such as "[object Response]". */
function kindOf(value: object): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return 'an object';
  }
}
