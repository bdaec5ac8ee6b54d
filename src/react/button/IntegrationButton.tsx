'use client';

import {
  cloneElement,
  forwardRef,
  useContext,
  useEffect,
  useState,
  type ButtonHTMLAttributes,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import type { AlloyCore, Installation, InstallTarget } from '../../core/alloy';
import type { InstallOptions } from '../../core/contract/modal';
import type { AlloyError } from '../../errors/alloy-error';
import { withDefaults } from '../../shared/with-defaults';
import { LabelsContext, useAlloyCore } from '../context';
import { buttonLabels, type ButtonLabels } from '../labels';
import { mergeProps, type HostProps } from './mergeProps';
import {
  useAlloyInstall,
  type UseAlloyInstallOptions,
  type UseAlloyInstallResult,
} from '../hooks/useAlloyInstall';
import { useStore } from '../internal/useStore';

/** What the button knows, for `children` and `render`. */
export interface IntegrationButtonState {
  /** How the opening stands. */
  status: UseAlloyInstallResult['status'];
  /** Whether the integration is installed, as far as the button knows. */
  installed: boolean;
  /** undefined: not known, as without `detectInstalled`. */
  updateAvailable?: boolean | undefined;
  /** Why the last opening failed; otherwise null. */
  error: AlloyError | null;
  /** What the button says by its labels. */
  label: string;
}

/** What {@link IntegrationButton} takes. */
export interface IntegrationButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children' | 'onError'
> {
  /** One of integrationId and workflowIds is needed. */
  integrationId?: string | undefined;
  /** In place of an integration: the workflows to install. */
  workflowIds?: readonly string[] | undefined;
  /** The rest of InstallOptions, such as the modal's `title`. */
  options?: Omit<InstallOptions, 'integrationId' | 'workflowIds'> | undefined;
  /** The user finished: the integration is installed. */
  onSuccess?: UseAlloyInstallOptions['onSuccess'];
  /** The user closed the modal. */
  onDismiss?: UseAlloyInstallOptions['onDismiss'];
  /** Token, SDK or modal failed. The next click tries again. */
  onError?: UseAlloyInstallOptions['onError'];
  /** After each of the three above: how this opening of the modal ended. */
  onSettled?: UseAlloyInstallOptions['onSettled'];
  /** Known from the app's own data. Unset: the button goes by its own installs, and by `detectInstalled`. */
  installed?: boolean | undefined;
  /**
   * Show what the user's account at Alloy says: whether it is installed, and has an update. Goes by the data
   * hooks or the catalog, where they are in use under the same provider, and makes no request of its own.
   * @default false
   */
  detectInstalled?: boolean | undefined;
  /** What a click on an installed one does. @default "edit", or "update" where one is available */
  whenInstalled?: 'edit' | 'update' | 'install' | 'nothing' | undefined;
  /** Words of this button alone; `<AlloyProvider labels>` sets them for all. */
  labels?: Partial<ButtonLabels> | undefined;
  /** Before the label. */
  icon?: ReactNode;
  /** In place of the idle label; a function is given the state and stands in place of every label. */
  children?: ReactNode | ((state: IntegrationButtonState) => ReactNode);
  /** Another element in place of the `<button>`, such as a design system's own: `render={<MyButton />}`. */
  render?:
    | ReactElement
    | ((props: HTMLAttributes<HTMLElement>, state: IntegrationButtonState) => ReactElement)
    | undefined;
  /** The element of the button. */
  ref?: Ref<HTMLButtonElement> | undefined;
}

/**
 * A button that connects an integration, and says how that goes.
 *
 * A native `<button type="button">`: every native prop, ref and event handler works as on one. Style it by
 * `data-state` ("idle", "loading", "open", "success", "dismissed", "error") and `data-installed`, or by the
 * custom properties of `alloy-react/styles.css`. A click handler that calls `preventDefault()` keeps the
 * modal closed.
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
  function IntegrationButton(props, ref): ReactElement {
    // What was connected with one integration says nothing of another.
    const { integrationId, workflowIds = [] } = props;
    const target = JSON.stringify(
      (integrationId ? { integrationId } : { workflowIds }) satisfies InstallTarget,
    );
    return <Button key={target} {...props} target={target} buttonRef={ref} />;
  },
);

interface ButtonProps extends Omit<IntegrationButtonProps, 'ref'> {
  /** An InstallTarget as JSON, so that two of the same value are the same. */
  target: string;
  buttonRef: Ref<HTMLButtonElement>;
}

function Button({
  integrationId,
  workflowIds,
  options,
  onSuccess,
  onDismiss,
  onError,
  onSettled,
  installed: installedByHost,
  detectInstalled,
  whenInstalled,
  labels,
  icon,
  children,
  render,
  target,
  buttonRef,
  ...native
}: ButtonProps): ReactElement {
  const alloy = useAlloyCore('<IntegrationButton>');
  const overrides = useContext(LabelsContext);
  const [known, setKnown] = useState<Installation & { alloy: AlloyCore }>();
  const { status, error, install } = useAlloyInstall({
    ...options,
    integrationId,
    workflowIds,
    onSuccess(result) {
      setKnown({ alloy, installed: true });
      onSuccess?.(result);
    },
    onDismiss,
    onError,
    onSettled,
  });

  const detect = useStore(alloy.detector);
  useEffect(
    () =>
      detectInstalled
        ? detect?.(JSON.parse(target) as InstallTarget, (installation) =>
            setKnown({ alloy, ...installation }),
          )
        : undefined,
    [alloy, detect, detectInstalled, target],
  );

  // What is known of one account says nothing of another.
  const account: Partial<Installation> = known?.alloy === alloy ? known : {};
  const installed = status === 'success' || !!(installedByHost ?? account.installed);
  const words = withDefaults(buttonLabels, overrides?.button, labels);
  const isResting = status === 'idle' || status === 'dismissed';
  const labelled = isResting ? (installed ? 'success' : 'idle') : status;
  const state: IntegrationButtonState = {
    status,
    installed,
    updateAvailable: account.updateAvailable,
    error,
    label: words[labelled],
  };
  const content =
    typeof children === 'function'
      ? children(state)
      : ((labelled === 'idle' ? children : null) ?? state.label);

  function open(): void {
    const operation = whenInstalled ?? (account.updateAvailable ? 'update' : 'edit');
    if (!installed) void install();
    else if (operation !== 'nothing') void install({ operation });
  }

  const props: HostProps = mergeProps(
    {
      type: 'button',
      className: 'alloy-button',
      'data-state': status,
      'data-installed': installed || undefined,
      'aria-busy': status === 'loading' || undefined,
      onPointerEnter: alloy.intent,
      onFocus: alloy.intent,
      onTouchStart: alloy.intent,
      onClick: open,
      children: (
        <>
          {icon}
          {content}
        </>
      ),
    },
    native,
  );
  if (buttonRef) props.ref = buttonRef;
  return (
    <>
      {typeof render === 'function' ? (
        render(props, state)
      ) : render ? (
        cloneElement(render, mergeProps(props, render.props as HostProps))
      ) : (
        <button {...props} />
      )}
      {/* Outside the button: screen readers do not hear a live region inside one. */}
      <span role="status" className="alloy-visually-hidden" style={isResting ? undefined : unseen}>
        {isResting ? '' : state.label}
      </span>
    </>
  );
}

/**
 * For an app without alloy-react/styles.css. Set only where there is text, so that a page from the server has no
 * inline style, which a strict content security policy would report.
 */
const unseen = { position: 'fixed', clipPath: 'inset(50%)' } as const;
