'use client';

import { useState } from 'react';

/** The value of the first render for as long as later ones equal it, so that an inline object renders nobody again. */
export function useStable<Value>(value: Value): Value {
  const [held, hold] = useState(value);
  if (isEqual(held, value)) return held;
  hold(value);
  return value;
}

/** Functions are equal only to themselves. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isEqual(one[name], other[name]))
  );
}

/** Also a list. What has a prototype of its own, such as a React element, is compared as it is. */
function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || '$$typeof' in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
