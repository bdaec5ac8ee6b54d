'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { dataOf, offerDetection } from '../../browser/integrations';
import type { AlloyData, IntegrationsState } from '../../core/integrations/integrations';
import { useAlloyCore } from '../context';

/** @throws AlloyError "provider/missing" outside AlloyProvider */
export function useIntegrationsState(where: string): [IntegrationsState, AlloyData] {
  const alloy = useAlloyCore(where);
  const data = dataOf(alloy);
  const { subscribe, getSnapshot, getInitialSnapshot } = data;
  useEffect(() => offerDetection(alloy), [alloy]);
  return [useSyncExternalStore(subscribe, getSnapshot, getInitialSnapshot), data];
}
