'use client';

import { useMemo } from 'react';
import type { Integration } from '../../core/integrations/integration';
import { useIntegrationList, type DataState } from '../internal/useIntegrationList';

/** What {@link useIntegration} returns. */
export interface UseIntegrationResult extends DataState {
  /** null: not here yet, or Alloy has none with this id. */
  integration: Integration | null;
}

/**
 * One of the user's integrations, out of the request that {@link useIntegrations} shares.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { integration } = useIntegration('66326843cc9cdb107221f222');
 * return <p>Shopify is {integration?.installed ? 'connected' : 'not connected'}.</p>;
 * ```
 */
export function useIntegration(integrationId: string): UseIntegrationResult {
  const [state, integrations] = useIntegrationList('useIntegration()');
  return useMemo(
    () => ({
      ...state,
      integration: integrations.find((one) => one.integrationId === integrationId) ?? null,
    }),
    [state, integrations, integrationId],
  );
}
