'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { AlloyError } from '../../errors/alloy-error';
import { useAlloyCore } from '../context';
import { dataOf } from '../../browser/integrations';

export interface UseWorkflowActivationResult {
  /** What the user asked for while a switch is on its way; else what Alloy says. */
  active: boolean;
  /** Never rejects: how it went is in `error`. */
  setActive(active: boolean): Promise<void>;
  isPending: boolean;
  /** Why the last switch was taken back. */
  error: AlloyError | null;
}

/**
 * Switches an installed workflow on or off: shown at once, taken back if Alloy refuses.
 *
 * Switches of one workflow reach Alloy in the order of the clicks, and all callers see the same.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { active, setActive } = useWorkflowActivation('66326849cc9cdb107221f342');
 * return (
 *   <label>
 *     <input type="checkbox" checked={active} onChange={() => setActive(!active)} /> Order sync
 *   </label>
 * );
 * ```
 */
export function useWorkflowActivation(workflowId: string): UseWorkflowActivationResult {
  const data = dataOf(useAlloyCore('useWorkflowActivation()'));
  const activation = data.activation(workflowId);
  const active = useSyncExternalStore(
    data.subscribe,
    () => data.workflow(workflowId)?.active ?? false,
    () => false,
  );
  const { isPending, error } = useSyncExternalStore(
    activation.subscribe,
    activation.getSnapshot,
    activation.getSnapshot,
  );
  return useMemo(
    () => ({ active, isPending, error, setActive: activation.setActive }),
    [active, isPending, error, activation],
  );
}
