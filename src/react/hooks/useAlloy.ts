'use client';

import type { Alloy } from '../../core/contract/alloy';
import { useAlloyCore } from '../context';
import { useStore } from '../internal/useStore';

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
  return useStore(useAlloyCore('useAlloy()').store);
}
