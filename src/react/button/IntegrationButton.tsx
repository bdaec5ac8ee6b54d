'use client';

import { forwardRef, type ReactElement } from 'react';
import type { InstallTarget } from '../../core/alloy-core';
import type { InstallOptions, InstallResult, ModalState } from '../../core/contract/modal';
import type { AlloyError } from '../../errors/alloy-error';
import type { ButtonProps } from './button-props';
import { useButton, type Account } from './useButton';

/** What the button knows, for `children` and `render`. */
export interface IntegrationButtonState {
  /** How the opening stands. */
  status: ModalState<InstallResult>['status'];
  /** Whether the integration is installed, as far as the button knows. */
  installed: boolean;
  /** undefined: not known, as without `detectInstalled`. */
  updateAvailable?: boolean | undefined;
  /** Why the last opening failed. */
  error: AlloyError | null;
  /** What the button would say. */
  label: string;
}

/** What a click on an installed integration does. */
export type WhenInstalled = 'edit' | 'update' | 'install' | 'reauthenticate' | 'nothing';

/** What {@link IntegrationButton} takes. */
export interface IntegrationButtonProps extends ButtonProps<IntegrationButtonState, InstallResult> {
  /** One of integrationId and workflowIds is needed. */
  integrationId?: string | undefined;
  /** In place of an integration: the workflows to install. */
  workflowIds?: readonly string[] | undefined;
  /** The rest of InstallOptions, such as the modal's `title`. */
  options?: Omit<InstallOptions, 'integrationId' | 'workflowIds'> | undefined;
  /** Known from the app's own data. Unset: the button goes by its own installs, and by `detectInstalled`. */
  installed?: boolean | undefined;
  /**
   * Show what the user's account at Alloy says: whether it is installed, and has an update. Goes by the data
   * hooks or the catalog, where they are in use under the same provider, and makes no request of its own.
   * @default false
   */
  detectInstalled?: boolean | undefined;
  /**
   * What a click on an installed one does. "reauthenticate" edits it and asks for the account again, as a broken
   * connection needs.
   * @default "edit", or "update" where `detectInstalled` knows of one
   */
  whenInstalled?: WhenInstalled | undefined;
}

/**
 * A button that connects an integration, and says how that goes.
 *
 * A native `<button type="button">`: every native prop but `onError`, every ref and every event handler works as on
 * one. Style it by `data-alloy-state` ("idle", "loading", "open", "success", "dismissed", "error"; also as `data-state`,
 * which a tooltip or menu around the button may overwrite), `data-installed` and `data-error` (the error's code), or by
 * the custom properties of `alloy-react/styles.css`. With that file, the button is as wide as its widest label in every
 * state. A click handler that calls `preventDefault()` keeps the modal closed.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * <IntegrationButton integrationId="66326843cc9cdb107221f222" onSuccess={() => refetch()}>
 *   Connect Shopify
 * </IntegrationButton>
 * ```
 */
export const IntegrationButton = forwardRef<HTMLButtonElement, Omit<IntegrationButtonProps, 'ref'>>(
  function IntegrationButton(
    { integrationId, workflowIds, options, installed, detectInstalled, whenInstalled, ...props },
    ref,
  ): ReactElement {
    return useButton<IntegrationButtonState, InstallResult>(
      {
        kind: 'install',
        where: '<IntegrationButton>',
        target: JSON.stringify(
          (integrationId
            ? { integrationId }
            : { workflowIds: workflowIds ?? [] }) satisfies InstallTarget,
        ),
        options: { ...options, integrationId, workflowIds },
        done: installed,
        detects: detectInstalled,
        toState: (state, account) => ({ ...state, ...account }),
        whenDone: (account) => optionsOf(whenInstalled, account),
      },
      props,
      ref,
    );
  },
);

function optionsOf(
  whenInstalled: WhenInstalled | undefined,
  { updateAvailable }: Account,
): InstallOptions | null {
  const operation = whenInstalled ?? (updateAvailable ? 'update' : 'edit');
  if (operation === 'nothing') return null;
  return operation === 'reauthenticate'
    ? { operation: 'edit', alwaysShowAuthentication: true }
    : { operation };
}
