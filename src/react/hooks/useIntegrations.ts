'use client';

import { useMemo } from 'react';
import type { Integration } from '../../core/integrations/integration';
import { useIntegrationList, type DataState } from '../internal/useIntegrationList';

/** What {@link useIntegrations} returns. */
export interface UseIntegrationsResult extends DataState {
  /** All integrations. Empty until the first answer. */
  integrations: readonly Integration[];
}

/**
 * All integrations of the user, with what is installed of each.
 *
 * Fetched once for any number of callers and kept. A component that mounts again shows at once what is known. It is
 * fetched anew:
 *
 * - when a modal of this provider has ended, a dismissal included;
 * - when the page comes back into view, gets the focus, or is online again: once for all such events of ten seconds;
 * - when a component mounts more than 30 seconds after the last answer;
 * - after a failure, ever more slowly, while the page is visible, and not before what Retry-After asks for;
 * - after a change of `userKey`.
 *
 * An integration that did not change keeps its identity.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { integrations, status } = useIntegrations();
 * const connected = integrations.filter(({ installed }) => installed);
 * ```
 */
export function useIntegrations(): UseIntegrationsResult {
  const [state, integrations] = useIntegrationList('useIntegrations()');
  return useMemo(() => ({ ...state, integrations }), [state, integrations]);
}
