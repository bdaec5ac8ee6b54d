'use client';

import {
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react';
import type { AlloyCore, InstallTarget } from '../../core/alloy-core';
import type { ModalKind, ModalOptions, ModalState } from '../../core/contract/modal';
import type { AlloyError } from '../../errors/alloy-error';
import { withDefaults } from '../../shared/with-defaults';
import { ButtonLabelsContext, useAlloyCore } from '../context';
import { useModal } from '../internal/useModal';
import { useStore } from '../internal/useStore';
import type { ButtonLabels } from '../labels';
import type { ButtonProps, ButtonRenderProps } from './button-props';
import { mergeProps, type HostProps } from './mergeProps';
import { refOf, renderElement, unwrapped, useComposedRef } from './renderElement';

/** What is known of the target in the user's account. */
export interface Account {
  installed: boolean;
  updateAvailable?: boolean | undefined;
}

interface BasicState {
  status: ModalState<unknown>['status'];
  error: AlloyError | null;
  label: string;
}

interface ButtonKind<State> {
  kind: ModalKind;
  /** The component, as an error names it. */
  where: string;
  /** What it connects, as a string, so that two of the same value are the same. Another target is another button: nothing of the one before is true of it. */
  target: string;
  options: ModalOptions;
  /** Whether it is connected, by the app's own data; undefined where the app does not say. */
  done: boolean | undefined;
  detects?: boolean | undefined;
  toState(state: BasicState, account: Account): State;
  /** What a click opens once it is connected; null for nothing. */
  whenDone(account: Account): ModalOptions | null;
}

type Known = Account & { alloy: AlloyCore; target: string };

/** The inside that the buttons share. */
export function useButton<State, Result>(
  { kind, where, target, options, done, detects, toState, whenDone }: ButtonKind<State>,
  props: ButtonProps<State, Result>,
  ref: Ref<HTMLButtonElement>,
): ReactElement {
  const { onSuccess, onDismiss, onError, onSettled, labels, icon, children, render, ...native } =
    props;
  const alloy = useAlloyCore(where);
  const shared = useContext(ButtonLabelsContext);
  const statusId = useId();
  const [known, setKnown] = useState<Known>();
  const [{ status, error }, session] = useModal(
    kind,
    where,
    {
      ...options,
      onSuccess(result) {
        setKnown({ alloy, target, installed: true });
        onSuccess?.(result as Result);
      },
      onDismiss,
      onError,
      onSettled: onSettled as ((outcome: unknown) => void) | undefined,
    },
    target,
  );

  // What is known of one account or target says nothing of another.
  const isKnown = known?.alloy === alloy && known.target === target;
  const said = done ?? (isKnown ? known.installed : undefined);
  const installed = status === 'success' || said === true;
  const account = { installed, updateAvailable: isKnown ? known.updateAvailable : undefined };

  // What was connected here, and the account no longer has, as after a removal elsewhere, is not connected.
  const before = useRef(said);
  useEffect(() => {
    if (before.current && said === false && status === 'success') session.reset();
    before.current = said;
  }, [said, status, session]);

  const words = labels ? withDefaults(shared, labels) : shared;
  const isResting = status === 'idle' || status === 'dismissed';
  const labelled = isResting ? (installed ? 'success' : 'idle') : status;
  const label = words[labelled];
  const state = toState({ status, error, label }, account);

  const custom =
    typeof children === 'function' ? children(state) : labelled === 'idle' ? children : null;
  const content = isEmpty(custom) ? label : custom;
  const isText = typeof content === 'string';

  function onClick(event?: { currentTarget?: Partial<Element> | null }): void {
    if (event?.currentTarget?.getAttribute?.('aria-disabled') === 'true') return;
    const overridden = installed ? whenDone(account) : {};
    if (overridden) void session.open(overridden);
  }

  const ours: HostProps = {
    type: 'button',
    className: 'alloy-button',
    // For the host, and where it is free: a tooltip around the button has a state of its own.
    'data-state': status,
    'data-alloy-state': status,
    'data-installed': installed || undefined,
    'data-error': error?.code,
    'aria-busy': status === 'loading' || undefined,
    'aria-describedby': error ? statusId : undefined,
    onPointerEnter: alloy.intent,
    onFocus: alloy.intent,
    onTouchStart: alloy.intent,
    onClick,
    children: (
      <>
        {icon}
        {/* An element of its own, so that a translator who replaces its text meets nothing of React's. */}
        <span
          key={isText ? '' : status + String(installed)}
          className="alloy-button-label"
          data-labels={typeof children === 'function' ? undefined : allLabels(words, children)}
        >
          {content}
        </span>
      </>
    ),
  };
  const merged = mergeProps(ours, native);
  const element = render && typeof render !== 'function' ? unwrapped(render) : null;
  merged.ref = useComposedRef(ref ?? undefined, refOf(element));
  return (
    <>
      {typeof render === 'function' ? (
        render(merged as HostProps & ButtonRenderProps, state)
      ) : element ? (
        renderElement(element, merged)
      ) : (
        <button {...merged} />
      )}
      {/* Outside the button: screen readers do not hear a live region inside one. */}
      <span hidden role="status" id={statusId} className="alloy-visually-hidden" ref={hide}>
        {isResting ? '' : error ? `${label}: ${reasonOf(error, words)}` : label}
      </span>
      {detects && <Detector {...{ alloy, target, onChange: setKnown }} />}
    </>
  );
}

/** Only where it is asked for, so that the other buttons are without its cost. */
function Detector({ alloy, target, onChange }: DetectorProps): null {
  const detect = useStore(alloy.detector);
  useEffect(
    () =>
      detect?.(JSON.parse(target) as InstallTarget, (installation) =>
        onChange({ alloy, target, ...installation }),
      ),
    [alloy, detect, target, onChange],
  );
  return null;
}

interface DetectorProps {
  alloy: AlloyCore;
  target: string;
  onChange: (known: Known) => void;
}

/** The place of the sign before a label: one em and a half. */
const SIGN = '\u2003\u2002';

/** styles.css makes the button as wide as the widest of them, so that it does not change its width. */
function allLabels({ idle, loading, open, success, error }: ButtonLabels, text: ReactNode): string {
  return [typeof text === 'string' ? text : idle, loading, open, success, error].join(`\n${SIGN}`);
}

/** `{condition && 'text'}` may leave nothing behind: no button is to be without a name. */
function isEmpty(node: ReactNode): boolean {
  if (Array.isArray(node)) return node.every(isEmpty);
  return node === null || node === undefined || typeof node === 'boolean' || node === '';
}

function reasonOf({ code }: AlloyError, { offline, failed }: ButtonLabels): string {
  return /network|timeout|load-failed/.test(code) ? offline : failed;
}

/**
 * For an app without alloy-react/styles.css: it takes no place, whether it holds text or not. Until React is there it is
 * `hidden`: a style in the page from the server is what a strict content security policy would report.
 */
function hide(status: HTMLElement | null): void {
  if (!status) return;
  status.hidden = false;
  Object.assign(status.style, { position: 'fixed', clipPath: 'inset(50%)' });
}
