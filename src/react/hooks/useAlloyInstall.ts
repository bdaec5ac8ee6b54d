'use client';

import { useMemo } from 'react';
import type {
  InstallOptions,
  InstallResult,
  ModalCallbacks,
  ModalControls,
  ModalState,
  OpenModal,
  Outcome,
} from '../../core/contract/modal';
import { useModal } from '../internal/useModal';

/** How one opening of {@link useAlloyInstall} ended. */
export type InstallOutcome = Outcome<InstallResult>;

/** The newest callback is always the one called; none needs useCallback. */
export interface UseAlloyInstallOptions extends InstallOptions, ModalCallbacks<InstallResult> {}

/** What {@link useAlloyInstall} returns. */
export type UseAlloyInstallResult = ModalState<InstallResult> &
  ModalControls & {
    /**
     * Open the modal. Never rejects, so it can stand in an onClick as it is. A call while this hook's modal is
     * loading or open returns the same promise; while another hook's is, it ends in "modal/busy". "Try again" on a page that
     * did not load is an opening of its own: go by the callbacks to hear of it.
     */
    install: OpenModal<InstallOptions, InstallResult>;
  };

/**
 * Opens Alloy's modal to install an integration, and tells how it ended.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { install, isLoading } = useAlloyInstall({
 *   integrationId: '66326843cc9cdb107221f222',
 *   onSuccess: () => toast('Connected'),
 * });
 * <button onClick={() => install()} disabled={isLoading}>Connect Shopify</button>;
 * ```
 */
export function useAlloyInstall(options: UseAlloyInstallOptions = {}): UseAlloyInstallResult {
  const [state, session] = useModal('install', 'useAlloyInstall()', options);
  return useMemo(() => {
    const { open, close, reset, preload } = session;
    return { ...state, close, reset, preload, install: open };
  }, [state, session]);
}
