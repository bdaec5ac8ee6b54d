'use client';

import { useMemo } from 'react';
import type { AlloyData } from '../../core/integrations/integrations';
import type { Integration } from '../../core/integrations/integration';
import { useStore } from '../internal/useStore';
import { searchIntegrations } from './search/search-integrations';

interface CatalogItem {
  /** Unique also where an id stands twice. */
  key: string;
  integration: Integration;
  /** It is being taken away, and shown as if it were already. */
  isLeaving: boolean;
}

interface CatalogItems {
  /** Whether there is anything to search. */
  isEmpty: boolean;
  matches: readonly CatalogItem[];
}

/**
 * What the catalog shows: what the host wants shown, of that what the user searches for, and in any case what the user is
 * connecting just now, because an open modal goes with the card that opened it, or disconnecting, until it is known how
 * that ends.
 */
export function useCatalogItems(
  data: AlloyData,
  integrations: readonly Integration[],
  filter: ((integration: Integration) => boolean) | undefined,
  query: string,
): CatalogItems {
  const inModal = useStore(data.inModal);
  const inRemoval = useStore(data.inRemoval);
  return useMemo(() => {
    const isLeaving = ({ integrationId }: Integration): boolean =>
      inRemoval.includes(integrationId);
    const isBusy = (integration: Integration): boolean =>
      isLeaving(integration) ||
      inModal.some((one) => one.integrationId === integration.integrationId);
    const gone = inModal.filter(
      (one) => !integrations.some(({ integrationId }) => integrationId === one.integrationId),
    );
    const offered = [...integrations, ...gone].filter(
      (integration) => !filter || isBusy(integration) || filter(integration),
    );
    const found = searchIntegrations(offered, query, isBusy);
    return { isEmpty: offered.length === 0, matches: withKeys(found, isLeaving) };
  }, [integrations, inModal, inRemoval, filter, query]);
}

function withKeys(
  integrations: readonly Integration[],
  isLeaving: (integration: Integration) => boolean,
): readonly CatalogItem[] {
  const seen = new Map<string, number>();
  return integrations.map((integration) => {
    const { integrationId } = integration;
    const times = seen.get(integrationId) ?? 0;
    seen.set(integrationId, times + 1);
    return {
      key: times === 0 ? integrationId : `${integrationId} ${times}`,
      integration,
      isLeaving: isLeaving(integration),
    };
  });
}
