'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { Integration } from '../../core/integrations/integration';
import type { AlloyData } from '../../core/integrations/integrations';
import type { AlloyError } from '../../errors/alloy-error';
import { callHost } from '../../shared/host-code';
import { useLatest } from '../internal/useLatest';
import type { IntegrationCatalogProps } from './catalog-props';

interface CatalogCallbacks {
  /** Tells the host of what a button has done, with what Alloy says afterwards. */
  succeed: (before: Integration) => void;
  /** Tells the host of a failure, once, however often what shows it is mounted. */
  tellError: (error: AlloyError) => void;
}

/** The callbacks of the host as functions that never change. */
export function useCatalogCallbacks(
  data: AlloyData,
  listError: AlloyError | null,
  { onSuccess, onError }: Pick<IntegrationCatalogProps, 'onSuccess' | 'onError'>,
): CatalogCallbacks {
  const told = useRef(new WeakSet<AlloyError>());
  const tellError = useLatest((error: AlloyError) => {
    if (told.current.has(error)) return;
    told.current.add(error);
    callHost(() => onError?.(error));
  });
  useEffect(() => {
    if (listError) tellError(listError);
  }, [listError, tellError]);

  const tellSuccess = useLatest((integration: Integration) =>
    callHost(() => onSuccess?.(integration)),
  );
  const succeed = useCallback(
    (before: Integration) =>
      data.newest(before.integrationId, (after) => tellSuccess(after ?? before)),
    [data, tellSuccess],
  );
  return { succeed, tellError };
}
