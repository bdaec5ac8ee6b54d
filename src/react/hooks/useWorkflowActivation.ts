'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { AlloyError } from '../../errors/alloy-error';
import { useAlloyData } from '../internal/useAlloyData';
import { useStore } from '../internal/useStore';

/** What {@link useWorkflowActivation} returns. */
export interface UseWorkflowActivationResult {
  /** What the user asked for while a switch is on its way; else what Alloy says. */
  active: boolean;
  /** Never rejects: how it went is in `error`. */
  setActive: (active: boolean) => Promise<void>;
  /** A switch is on its way to Alloy. */
  isPending: boolean;
  /** Why the last switch was taken back. */
  error: AlloyError | null;
}

/**
 * Switches an installed workflow on or off: shown at once, taken back if Alloy refuses.
 *
 * Switches of one workflow reach Alloy one after the other, and all callers see the same. Of clicks that had to wait, only
 * the newest is sent. What a refusal takes back is what Alloy said last.
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
  const data = useAlloyData('useWorkflowActivation()');
  const workflowSwitch = data.switchOf(workflowId);
  const { wanted, error } = useStore(workflowSwitch);
  const known = useSyncExternalStore(
    data.subscribe,
    () => data.workflow(workflowId)?.active ?? false,
    () => data.getInitialWorkflow(workflowId)?.active ?? false,
  );
  const active = wanted ?? known;
  const isPending = wanted !== null;
  return useMemo(
    () => ({ active, isPending, error, setActive: workflowSwitch.setActive }),
    [active, isPending, error, workflowSwitch],
  );
}
