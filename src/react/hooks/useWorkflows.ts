'use client';

import { useMemo } from 'react';
import type { Workflow } from '../../core/integrations/integration';
import { useIntegrationList, type DataState } from '../internal/useIntegrationList';

/** What {@link useWorkflows} returns. */
export interface UseWorkflowsResult extends DataState {
  /** The workflows of all integrations. Empty until the first answer. */
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
  const [state, integrations] = useIntegrationList('useWorkflows()');
  return useMemo(
    () => ({ ...state, workflows: integrations.flatMap(({ workflows }) => workflows) }),
    [state, integrations],
  );
}
