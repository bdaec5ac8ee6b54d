'use client';

import { forwardRef, type ReactElement } from 'react';
import type { AuthenticateResult, ModalState } from '../../core/contract/modal';
import type { AlloyError } from '../../errors/alloy-error';
import type { ButtonProps } from './button-props';
import { useButton } from './useButton';

/** What the button knows, for `children` and `render`. */
export interface ConnectionButtonState {
  /** How the opening stands. */
  status: ModalState<AuthenticateResult>['status'];
  /** Whether it is connected, as far as the button knows. */
  connected: boolean;
  /** Why the last opening failed. */
  error: AlloyError | null;
  /** What the button would say. */
  label: string;
}

/** What {@link ConnectionButton} takes. One of app, category and integrationId is needed. */
export interface ConnectionButtonProps extends ButtonProps<
  ConnectionButtonState,
  AuthenticateResult
> {
  /** Alloy's slug of the app to connect, such as "shopify". */
  app?: string | undefined;
  /** The user chooses among the apps of a category, such as "commerce". */
  category?: string | undefined;
  /** The app of an integration. */
  integrationId?: string | undefined;
  /** Use the settings of Alloy's Unified API. @default false */
  useUnifiedSettings?: boolean | undefined;
  /** Known from the app's own data. Unset: the button goes by its own successes alone. */
  connected?: boolean | undefined;
  /** What a click on a connected one does. @default "authenticate" */
  whenConnected?: 'authenticate' | 'nothing' | undefined;
}

/**
 * A button that connects a credential of the user through Alloy's `authenticate`, and says how that goes.
 *
 * As `IntegrationButton` in everything else: a native button, styled by `data-alloy-state`; `data-installed` says that it is
 * connected.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * <ConnectionButton app="shopify" onSuccess={({ connectionId }) => save(connectionId)}>
 *   Connect Shopify
 * </ConnectionButton>
 * ```
 */
export const ConnectionButton = forwardRef<HTMLButtonElement, Omit<ConnectionButtonProps, 'ref'>>(
  function ConnectionButton(
    { app, category, integrationId, useUnifiedSettings, connected, whenConnected, ...props },
    ref,
  ): ReactElement {
    return useButton<ConnectionButtonState, AuthenticateResult>(
      {
        kind: 'authenticate',
        where: '<ConnectionButton>',
        target: [app, category, integrationId].join(),
        options: { app, category, integrationId, useUnifiedSettings },
        done: connected,
        toState: (state, { installed }) => ({ ...state, connected: installed }),
        whenDone: () => (whenConnected === 'nothing' ? null : {}),
      },
      props,
      ref,
    );
  },
);
