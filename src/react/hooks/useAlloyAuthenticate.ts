'use client';

import { useMemo } from 'react';
import type {
  AuthenticateOptions,
  AuthenticateResult,
  ModalCallbacks,
  ModalControls,
  ModalState,
  OpenModal,
  Outcome,
} from '../../core/contract/modal';
import { useModal } from '../internal/useModal';

/** How one opening ended. */
export type AuthenticateOutcome = Outcome<AuthenticateResult>;

/** The newest callback is always the one called; none needs useCallback. */
export interface UseAlloyAuthenticateOptions
  extends AuthenticateOptions, ModalCallbacks<AuthenticateResult> {}

/** Success only when Alloy names a connection or a credential; a stray message is none. */
export type UseAlloyAuthenticateResult = ModalState<AuthenticateResult> &
  ModalControls & {
    /** Open the modal; as `install` of {@link useAlloyInstall}. */
    authenticate: OpenModal<AuthenticateOptions, AuthenticateResult>;
  };

/**
 * Opens the modal of Alloy's Unified / Connectivity API, in which a user connects an account without
 * installing an integration.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * const { authenticate } = useAlloyAuthenticate({
 *   app: 'shopify',
 *   onSuccess: ({ connectionId }) => save(connectionId),
 * });
 * ```
 */
export function useAlloyAuthenticate(
  options: UseAlloyAuthenticateOptions = {},
): UseAlloyAuthenticateResult {
  const [state, session] = useModal('authenticate', 'useAlloyAuthenticate()', options);
  return useMemo(() => {
    const { open, close, reset, preload } = session;
    return { ...state, close, reset, preload, authenticate: open };
  }, [state, session]);
}
