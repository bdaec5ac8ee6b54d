import { withDefaults } from '../../shared/with-defaults';
import type { ModalOptions } from '../contract/modal';

/** The options of the hook with those of the call over them. Anything but a plain object is no options. */
export function mergeOptions(options: ModalOptions, overrides: unknown): ModalOptions {
  return withDefaults(options, isPlainObject(overrides) ? overrides : {});
}

/** Events, errors, responses and lists, which handlers are called with as well, are not plain objects. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // By its shape, because it may be of another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
