'use client';

import { useContext, useMemo } from 'react';
import { disconnectsOf } from '../../browser/disconnects';
import type { DisconnectOutcome, DisconnectState } from '../../core/disconnect/disconnects';
import { PropsContext, useAlloyCore } from '../context';
import { useStore } from '../internal/useStore';

/** What {@link useDisconnect} returns. */
export type UseDisconnectResult = DisconnectState & {
  /**
   * Take the integration away. Never rejects, so it can stand in an onClick as it is. While one is under way, all callers
   * get the same promise.
   */
  disconnect: () => Promise<DisconnectOutcome>;
  /** Whether the provider has a disconnectUrl. */
  isAvailable: boolean;
};

/**
 * Takes an installed integration away, through the host app's backend: the `disconnectUrl` of the provider.
 *
 * The data hooks show it as not installed at once; if it fails they show again what Alloy says. The list of integrations is
 * fetched again in both cases. All callers with this id see the same `status` and `error`. When the integration is
 * connected again, or `userKey` changes, they are as at the beginning.
 *
 * `error.code` is "disconnect/unauthorized" where nobody is signed in, "disconnect/http" where the endpoint refused, and
 * "disconnect/network" where no answer came within ten seconds; then nobody knows, and the list that is fetched tells.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { disconnect, status, isAvailable } = useDisconnect('66326843cc9cdb107221f222');
 * if (!isAvailable) return null;
 * return (
 *   <button onClick={disconnect} disabled={status === 'pending'}>
 *     Disconnect Shopify
 *   </button>
 * );
 * ```
 */
export function useDisconnect(integrationId: string): UseDisconnectResult {
  const held = disconnectsOf(useAlloyCore('useDisconnect()')).of(integrationId);
  const state = useStore(held);
  const isAvailable = Boolean(useContext(PropsContext).disconnectUrl);
  return useMemo(
    () => ({ ...state, disconnect: held.disconnect, isAvailable }),
    [state, held, isAvailable],
  );
}
