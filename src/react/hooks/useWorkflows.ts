'use client';

import { useMemo } from 'react';
import type { Workflow } from '../../core/integrations/integration';
import { useIntegrationsState } from '../internal/useIntegrationsState';
import { describe, type DataState } from './useIntegrations';

export interface UseWorkflowsResult extends DataState {
  workflows: readonly Workflow[];
}

/**
 * The workflows of all integrations of the user, out of the request that {@link useIntegrations} shares.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { workflows } = useWorkflows();
 * const running = workflows.filter(({ active }) => active).length;
 * ```
 */
export function useWorkflows(): UseWorkflowsResult {
  const [state, data] = useIntegrationsState('useWorkflows()');
  return useMemo(
    () => ({
      ...describe(state, data),
      workflows: state.data?.flatMap((integration) => integration.workflows) ?? [],
    }),
    [state, data],
  );
}
