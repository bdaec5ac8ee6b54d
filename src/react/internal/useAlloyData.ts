'use client';

import { useEffect } from 'react';
import { dataOf, offerDetection } from '../../browser/integrations';
import type { AlloyData } from '../../core/integrations/integrations';
import { useAlloyCore } from '../context';

/**
 * The data of the provider's user. From now on its buttons can tell what is installed.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 */
export function useAlloyData(where: string): AlloyData {
  const alloy = useAlloyCore(where);
  useEffect(() => offerDetection(alloy), [alloy]);
  return dataOf(alloy);
}
