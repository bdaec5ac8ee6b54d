'use client';

import { useState } from 'react';

/** Like useMemo with one or two dependencies, but what it made is kept for as long as the keys stay. */
export function useKeyed<Value>(key: unknown, create: () => Value, key2?: unknown): Value {
  const [held, hold] = useState(() => ({ key, key2, value: create() }));
  if (held.key === key && held.key2 === key2) return held.value;
  const next = { key, key2, value: create() };
  hold(next);
  return next.value;
}
