'use client';

import { useMemo } from 'react';
import type { AlloyData, IntegrationsState } from '../../core/integrations/integrations';
import type { Integration } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import { useIntegrationsState } from '../internal/useIntegrationsState';

/** How the fetching of the integrations stands. */
export interface DataState {
  /** "error" only where there is nothing to show; a later failure leaves "success" and sets `error`. */
  status: 'loading' | 'success' | 'error';
  /** Why the last request failed, until one succeeds. */
  error: AlloyError | null;
  /** A request is under way, be it the first or a later one. */
  isFetching: boolean;
  /** Fetches again. Never rejects: how it went is in `status` and `error`. */
  refetch(): Promise<void>;
}

export interface UseIntegrationsResult extends DataState {
  integrations: readonly Integration[];
}

/**
 * All integrations of the user, with what is installed of each.
 *
 * Fetched once for any number of callers and kept: shown at once when a component mounts again, and fetched anew
 * when a modal of this provider ends in success, when the page comes back into view or online, and after a change
 * of `userKey`. An integration that did not change keeps its identity.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { integrations, status } = useIntegrations();
 * const connected = integrations.filter(({ installed }) => installed);
 * ```
 */
export function useIntegrations(): UseIntegrationsResult {
  const [state, data] = useIntegrationsState('useIntegrations()');
  return useMemo(
    () => ({ ...describe(state, data), integrations: state.data ?? NONE }),
    [state, data],
  );
}

/** The state in the words of the hooks' results. */
export function describe(
  { data, error, fetchStatus }: IntegrationsState,
  { refetch }: AlloyData,
): DataState {
  return {
    status: data ? 'success' : error ? 'error' : 'loading',
    error,
    isFetching: fetchStatus === 'fetching',
    refetch,
  };
}

const NONE: readonly Integration[] = [];
