'use client';

import { useSyncExternalStore } from 'react';
import type { Alloy } from '../core/alloy';
import { useAlloyCore } from './context';

/**
 * The state of the provider: whether token and SDK are here, and the token itself for calls of your own.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { status, error, refresh } = useAlloy();
 * ```
 */
export function useAlloy(): Alloy {
  const { subscribe, getSnapshot } = useAlloyCore('useAlloy()').store;
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
}
