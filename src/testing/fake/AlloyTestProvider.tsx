'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { AlloyProvider, type AlloyProviderProps } from '../../react/AlloyProvider';
import { createFakeAlloy, type FakeAlloy } from './fake-alloy';

/** What {@link AlloyTestProvider} takes. */
export type AlloyTestProviderProps = Pick<
  AlloyProviderProps,
  'userKey' | 'preload' | 'labels' | 'onEvent' | 'disconnectUrl' | 'disconnectRequest'
> & {
  /** Default: one of its own, which a test cannot drive. */
  alloy?: FakeAlloy;
  /** What is tested. */
  children?: ReactNode;
};

/** The real provider on fake ports: no network, no iframe, no test framework. */
export function AlloyTestProvider({
  alloy,
  onEvent,
  ...props
}: AlloyTestProviderProps): ReactElement {
  const [own] = useState(createFakeAlloy);
  const { providerProps } = alloy ?? own;
  return (
    <AlloyProvider
      {...providerProps}
      {...props}
      onEvent={(event) => {
        providerProps.onEvent?.(event);
        onEvent?.(event);
      }}
    />
  );
}
