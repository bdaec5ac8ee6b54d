import type { AlloySdk } from '../core/contract/options';
import { AlloyError } from '../errors/alloy-error';
import { cleanCopy } from '../errors/clean-copy';

const METHODS = ['setToken', 'install', 'authenticate'];

/**
 * The SDK in what a loader gave: a module's default, a factory's product, or the thing itself.
 *
 * @throws AlloyError "sdk/invalid"
 */
export function resolveSdk(loaded: unknown): AlloySdk {
  // Turbopack's namespace of a CommonJS module is itself a function and has a default too.
  if (isObject(loaded) && 'default' in loaded) return resolveSdk(loaded.default);
  if (isSdk(loaded)) return loaded;
  if (typeof loaded !== 'function') throw new AlloyError('sdk/invalid', { got: kind(loaded) });
  const made = callFactory(loaded as () => unknown);
  if (!isSdk(made))
    throw new AlloyError('sdk/invalid', { got: `a function that returned ${kind(made)}` });
  return made;
}

function callFactory(factory: () => unknown): unknown {
  try {
    return factory();
  } catch (cause) {
    throw new AlloyError('sdk/invalid', {
      got: 'a factory that threw',
      cause: cleanCopy(cause),
    });
  }
}

function isSdk(value: unknown): value is AlloySdk {
  return isObject(value) && METHODS.every((name) => typeof value[name] === 'function');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function kind(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  const missing = METHODS.filter((name) => !(name in value));
  return `an object without ${missing.join(', ')}`;
}
