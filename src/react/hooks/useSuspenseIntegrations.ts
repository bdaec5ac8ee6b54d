'use client';

import { useMemo } from 'react';
import { useAlloyCore } from '../context';
import { dataOf } from '../../browser/integrations';
import { renderInBrowser } from '../internal/renderInBrowser';
import { useIntegrationList } from '../internal/useIntegrationList';
import type { UseIntegrationsResult } from './useIntegrations';

/** There is always something to show: before that, the component is suspended. */
export interface UseSuspenseIntegrationsResult extends UseIntegrationsResult {
  status: 'success';
}

/**
 * {@link useIntegrations} for `<Suspense>`: suspends until the integrations are here, and throws an AlloyError
 * to the error boundary when they cannot be fetched. A boundary that is reset, a second later or more, makes a new
 * request.
 *
 * Both boundaries belong inside AlloyProvider. On a server without `initialIntegrations` there is nothing to wait for:
 * React sends the fallback and renders the component in the browser.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider, "api/..." and "token/..."
 * @example
 * ```tsx
 * <AlloyProvider tokenUrl="/api/alloy/token">
 *   <ErrorBoundary fallback={<p>No integrations today.</p>}>
 *     <Suspense fallback={<Spinner />}>
 *       <Integrations />
 *     </Suspense>
 *   </ErrorBoundary>
 * </AlloyProvider>
 * ```
 */
export function useSuspenseIntegrations(): UseSuspenseIntegrationsResult {
  const core = useAlloyCore(WHERE);
  const data = dataOf(core);
  if (!data.getSnapshot().data) {
    if (typeof window === 'undefined') renderInBrowser(core, WHERE);
    const failure = data.recentFailure();
    if (failure) throw failure;
    // What Suspense waits for is thrown: React.use is not in React 18.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw data.load();
  }
  const [state, integrations] = useIntegrationList(WHERE);
  return useMemo(() => ({ ...state, status: 'success', integrations }), [state, integrations]);
}

const WHERE = 'useSuspenseIntegrations()';
