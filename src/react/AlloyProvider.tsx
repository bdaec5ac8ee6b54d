'use client';

import { useEffect, useInsertionEffect, useState, type ReactElement, type ReactNode } from 'react';
import { createBrowserAlloy, guardThisPage } from '../browser/alloy';
import type { AlloyOptions } from '../core/contract/options';
import { withDefaults } from '../shared/with-defaults';
import { AlloyContext, ButtonLabelsContext, PropsContext } from './context';
import { buttonLabels, type AlloyLabelOverrides } from './labels';
import { useKeyed } from './internal/useKeyed';

/** What {@link AlloyProvider} takes. */
export type AlloyProviderProps = AlloyOptions & {
  /** The part of the app that uses Alloy. */
  children?: ReactNode;
  /** Every word that a user can see or hear, for all components below. */
  labels?: AlloyLabelOverrides | undefined;
};

/**
 * Fetches the user's token and Alloy's SDK, keeps the token fresh, and serves the hooks and components below.
 *
 * Give it `tokenUrl`, the address of an endpoint of your backend made with `createTokenHandler` of
 * `alloy-react/server`, or `getToken`.
 *
 * @example
 * ```tsx
 * <AlloyProvider tokenUrl="/api/alloy/token" userKey={user.id}>
 *   <IntegrationButton integrationId="66326843cc9cdb107221f222" />
 * </AlloyProvider>
 * ```
 */
export function AlloyProvider({ children, ...given }: AlloyProviderProps): ReactElement {
  const { labels, userKey, region, tokenUrl, initialIntegrations } = given;
  // Another identity gets another core, so that nothing of the old one can reach the new.
  const identity = JSON.stringify([userKey === null, userKey, region, tokenUrl]);
  const [first] = useState({ identity, initialIntegrations });
  const isOfAnother =
    identity !== first.identity && initialIntegrations === first.initialIntegrations;
  const options = isOfAnother ? { ...given, initialIntegrations: undefined } : given;
  const words = useKeyed(JSON.stringify(labels?.button), () =>
    withDefaults(buttonLabels, labels?.button),
  );
  const alloy = useKeyed(identity, () => createBrowserAlloy(options));

  useInsertionEffect(() => {
    // Ahead of every effect of the page, in which dialogs of the host begin to listen.
    guardThisPage();
    alloy.setOptions(options);
  });
  useEffect(() => alloy.mount(), [alloy]);

  return (
    <AlloyContext.Provider value={alloy}>
      <PropsContext.Provider value={given}>
        <ButtonLabelsContext.Provider value={words}>{children}</ButtonLabelsContext.Provider>
      </PropsContext.Provider>
    </AlloyContext.Provider>
  );
}
