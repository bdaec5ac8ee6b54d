'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { AlloyCore } from '../../core/alloy';
import { systemClock } from '../../core/clock';
import {
  createAlloyData,
  type AlloyData,
  type IntegrationsState,
} from '../../core/integrations/integrations';
import { createInstallationDetector } from '../../core/integrations/installation';
import { browserPage } from '../../core/page';
import { useAlloyCore } from '../context';

/** Not a property of the core, so that apps without data hooks are without this module too. */
const data = new WeakMap<AlloyCore, AlloyData>();

/** The data of one core, which is of one identity: what was fetched for one user, no other can meet. */
export function dataOf(alloy: AlloyCore): AlloyData {
  const held =
    data.get(alloy) ??
    createAlloyData(alloy, { clock: systemClock, page: browserPage, random: Math.random });
  data.set(alloy, held);
  return held;
}

/** @throws AlloyError "provider/missing" outside AlloyProvider */
export function useData(where: string): [IntegrationsState, AlloyData] {
  const alloy = useAlloyCore(where);
  const held = dataOf(alloy);
  const { subscribe, getSnapshot, getInitialSnapshot } = held;
  useEffect(() => {
    const { getSnapshot: known, set } = alloy.detector;
    if (!known()) set(createInstallationDetector(held));
  }, [alloy, held]);
  return [useSyncExternalStore(subscribe, getSnapshot, getInitialSnapshot), held];
}
