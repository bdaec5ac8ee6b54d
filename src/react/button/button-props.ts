'use client';

import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref, SyntheticEvent } from 'react';
import type { AlloyErrorCode } from '../../errors/codes';
import type { ModalCallbacks } from '../../core/contract/modal';
import type { ButtonLabels } from '../labels';

/**
 * What a `render` function spreads onto its element: it fits the buttons of MUI, React Aria and Base UI as it fits
 * a native one. The props that the component was given itself are among them.
 */
export interface ButtonRenderProps {
  /** Never submits a form. */
  type: 'button';
  /** "alloy-button" and the given ones. */
  className: string;
  /** The icon and the label. */
  children: ReactNode;
  /** The given ref, composed with that of the element. */
  ref?: Ref<HTMLButtonElement> | undefined;
  /** How the opening stands. */
  'data-alloy-state': string;
  /** The same, where no other library overwrites it. */
  'data-state': string;
  /** It is connected. */
  'data-installed'?: true;
  /** The code of the error, after a failure. */
  'data-error'?: AlloyErrorCode;
  /** The token or the SDK is on its way. */
  'aria-busy'?: true;
  /** What says why it failed. */
  'aria-describedby'?: string;
  /** Opens the modal. */
  onClick: (event: SyntheticEvent) => void;
  /** The user may be about to click. */
  onFocus: (event: SyntheticEvent) => void;
  /** The user may be about to click. */
  onPointerEnter: (event: SyntheticEvent) => void;
  /** The user may be about to click. */
  onTouchStart: (event: SyntheticEvent) => void;
}

/** What both buttons take: all of a native button, and how the modal is told of. */
export interface ButtonProps<State, Result> extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children' | 'onError'
> {
  /** The user finished. */
  onSuccess?: ModalCallbacks<Result>['onSuccess'];
  /** The user closed the modal. */
  onDismiss?: ModalCallbacks<Result>['onDismiss'];
  /** Token, SDK or modal failed. The next click tries again. */
  onError?: ModalCallbacks<Result>['onError'];
  /** After each of the three above: how this opening of the modal ended. */
  onSettled?: ModalCallbacks<Result>['onSettled'];
  /** Words of this button alone; `<AlloyProvider labels>` sets them for all. */
  labels?: Partial<ButtonLabels> | undefined;
  /** Before the label. */
  icon?: ReactNode;
  /** In place of the idle label; a function is given the state and stands in place of every label. */
  children?: ReactNode | ((state: State) => ReactNode);
  /** Another element in place of the `<button>`, such as a design system's own: `render={<MyButton />}`. */
  render?: ReactElement | ((props: ButtonRenderProps, state: State) => ReactElement) | undefined;
  /** The element of the button. */
  ref?: Ref<HTMLButtonElement> | undefined;
}
