'use client';

import { useState } from 'react';

/** Like useMemo with one dependency, but what it made is kept for as long as the key stays. */
export function useKeyed<Value>(key: unknown, create: () => Value): Value {
  const [held, hold] = useState(() => ({ key, value: create() }));
  if (held.key === key) return held.value;
  const next = { key, value: create() };
  hold(next);
  return next.value;
}
