'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Integration } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import { useAlloyData } from './useAlloyData';

/** How the fetching of the integrations stands. */
export interface DataState {
  /** "error" only where there is nothing to show; a later failure leaves "success" and sets `error`. */
  status: 'loading' | 'success' | 'error';
  /** Why the last request failed, until one succeeds. */
  error: AlloyError | null;
  /** A request is under way, be it the first or a later one. */
  isFetching: boolean;
  /** Fetches again. Never rejects: how it went is in `status` and `error`. */
  refetch: () => Promise<void>;
}

/**
 * What all data hooks show a part of.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 */
export function useIntegrationList(
  where: string,
): [state: DataState, integrations: readonly Integration[]] {
  const { subscribe, getSnapshot, getInitialSnapshot, refetch } = useAlloyData(where);
  const { data, error, isFetching } = useSyncExternalStore(
    subscribe,
    getSnapshot,
    getInitialSnapshot,
  );
  const status = data ? 'success' : error ? 'error' : 'loading';
  const state = useMemo(
    () => ({ status, error, isFetching, refetch }) as const,
    [status, error, isFetching, refetch],
  );
  return [state, data ?? NONE];
}

const NONE: readonly Integration[] = [];
