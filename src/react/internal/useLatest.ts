'use client';

import { useCallback, useInsertionEffect, useRef } from 'react';

/** A function that never changes and calls the newest callback. */
export function useLatest<Args extends unknown[]>(
  callback: ((...args: Args) => void) | undefined,
): (...args: Args) => void {
  const newest = useRef(callback);
  useInsertionEffect(() => {
    newest.current = callback;
  });
  return useCallback((...args: Args) => newest.current?.(...args), []);
}
