'use client';

import { createContext, useContext } from 'react';
import type { AlloyCore } from '../core/alloy-core';
import { AlloyError } from '../errors/alloy-error';
import { buttonLabels, type AlloyLabelOverrides, type ButtonLabels } from './labels';

interface ProviderProps {
  labels?: AlloyLabelOverrides | undefined;
  disconnectUrl?: string | URL | undefined;
}

/** The core never changes but with the identity; labels have contexts of their own so that it need not. */
export const AlloyContext = createContext<AlloyCore | null>(null);
/** Of the provider's props, as the host gave them, in a new object at each render. */
export const PropsContext = createContext<ProviderProps>({});
/** The same object for as long as every word is the same: a page may have a thousand buttons. */
export const ButtonLabelsContext = createContext<ButtonLabels>(buttonLabels);

/** @throws AlloyError "provider/missing" outside AlloyProvider */
export function useAlloyCore(where: string): AlloyCore {
  const alloy = useContext(AlloyContext);
  if (!alloy) throw new AlloyError('provider/missing', { where });
  return alloy;
}
