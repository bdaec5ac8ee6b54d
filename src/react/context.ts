'use client';

import { createContext, useContext } from 'react';
import type { AlloyCore } from '../core/alloy';
import { AlloyError } from '../errors/alloy-error';
import type { AlloyLabelOverrides } from './labels';

/** The core never changes but with the identity; labels have a context of their own so that it need not. */
export const AlloyContext = createContext<AlloyCore | null>(null);
export const LabelsContext = createContext<AlloyLabelOverrides | undefined>(undefined);

/** @throws AlloyError "provider/missing" outside AlloyProvider */
export function useAlloyCore(where: string): AlloyCore {
  const alloy = useContext(AlloyContext);
  if (!alloy) throw new AlloyError('provider/missing', { where });
  return alloy;
}
