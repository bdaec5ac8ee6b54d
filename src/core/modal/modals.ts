import { AlloyError } from '../../errors/alloy-error';
import { cleanCopy } from '../../errors/clean-copy';
import { toAlloyError } from '../../errors/to-alloy-error';
import { elapsedMs, type Clock } from '../clock';
import type { ModalActivity } from '../alloy-core';
import type { AlloyEvent, ModalSubject } from '../contract/events';
import type { ModalCause } from '../contract/modal-cause';
import type { ModalKind, ModalLabels, ModalOptions, ModalResult, Outcome } from '../contract/modal';
import type { AlloyOptions, AlloyRegion } from '../contract/options';
import type { TokenNeed } from '../token/manager';
import { mergeOptions } from './merge-options';
import type { ModalRequest } from './session';

/** Time for the user to sign in to the app and to set it up. */
const TOKEN_LIFE_MS = 600_000;

/** What the adapter is asked to put on screen. */
export interface ModalToOpen {
  kind: ModalKind;
  options: ModalOptions;
  token: string;
  region: AlloyRegion;
  labels: Partial<ModalLabels> | undefined;
  /** What the user did to open it; undefined where the app did. */
  cause?: ModalCause | undefined;
  /** Aborted when the host wants the modal off the screen. */
  signal: AbortSignal;
  /** Only the first call counts. */
  onEnd(outcome: Outcome<ModalResult>): void;
  /** The user wants it opened again, after an end that left it on screen. */
  onRetry(): void;
}

export type ModalOpener = (modal: ModalToOpen) => void;

export interface ModalsPorts {
  clock: Clock;
  options(): AlloyOptions;
  getOpener(): Promise<ModalOpener>;
  getToken(need: TokenNeed): Promise<string>;
  /** Why no modal may open for the user whose token it would get. */
  objection(): AlloyError | null;
  /** Called when a modal is asked for, and again when it has ended. */
  onActivity: (activity: ModalActivity) => void;
  onEvent: (event: AlloyEvent) => void;
}

/** The modals of one provider. One is open at a time. */
export interface Modals {
  open(request: ModalRequest): void;
  /** Ends what is open with this error, and takes everything off the screen. */
  fail(error: AlloyError): void;
  /** Dismisses what is open, and takes everything off the screen. */
  stop(): void;
}

export function createModals(ports: ModalsPorts): Modals {
  const { clock, onEvent } = ports;
  let endActive: ((outcome: Outcome<ModalResult>) => void) | null = null;
  /** Of the newest opening. One that ended with a success may stay on screen for a while. */
  let onScreen: AbortController | null = null;

  function open(request: ModalRequest): void {
    const { kind, cause, signal, onOpen, onEnd, onRetry } = request;
    const options = mergeOptions(request.options, request.overrides);
    const subject = subjectOf(kind, options);
    const startedAt = clock.now();
    const screen = new AbortController();
    let wasOpen = false;
    let ended = false;

    function tell(outcome: Outcome<ModalResult> | null): void {
      ports.onActivity({ type: 'modal', target: options, outcome, wasOpen });
    }

    function sinceClickMs(): number {
      return elapsedMs(startedAt, clock.now());
    }

    function end(outcome: Outcome<ModalResult>): void {
      if (ended) return;
      ended = true;
      if (endActive === end) endActive = null;
      const { status } = outcome;
      onEvent({
        type: 'modal.settled',
        ...subject,
        outcome: status,
        ...(status === 'error' && { error: outcome.error }),
        durationMs: sinceClickMs(),
      });
      onEnd(outcome);
      tell(outcome);
    }

    function fail(caught: unknown): void {
      const got = String(cleanCopy(caught));
      end({ status: 'error', error: toAlloyError(caught, 'sdk/failed', { got }) });
    }

    function dismiss(): void {
      end({ status: 'dismissed' });
      screen.abort();
    }

    async function put(): Promise<void> {
      const [openIt] = await Promise.all([
        ports.getOpener(),
        ports.getToken({ signal, minLifeMs: TOKEN_LIFE_MS }),
      ]);
      // Once more, at no cost: the SDK may have been longer on its way than the token had to live.
      const token = await ports.getToken({ signal });
      if (endActive !== end) return;
      const objection = ports.objection();
      if (objection) throw objection;
      const { region = 'us', labels } = ports.options();
      openIt({
        ...{ kind, options, token, region, cause, onRetry },
        labels: labels?.modal,
        signal: screen.signal,
        onEnd: end,
      });
      // It may have ended at once.
      if (endActive !== end) return;
      wasOpen = true;
      onOpen();
      onEvent({ type: 'modal.opened', ...subject, durationMs: sinceClickMs() });
    }

    tell(null);
    if (!namesSomething(kind, options)) {
      fail(new AlloyError('install/invalid-options', { where: `${kind}()` }));
      return;
    }
    if (endActive) {
      fail(new AlloyError('modal/busy'));
      return;
    }
    endActive = end;
    onScreen?.abort();
    onScreen = screen;
    if (signal.aborted) {
      dismiss();
      return;
    }
    signal.addEventListener('abort', dismiss);
    put().catch(fail);
  }

  function endAll(outcome: Outcome<ModalResult>): void {
    endActive?.(outcome);
    onScreen?.abort();
  }

  return {
    open,
    fail: (error) => endAll({ status: 'error', error }),
    stop: () => endAll({ status: 'dismissed' }),
  };
}

function namesSomething(kind: ModalKind, options: ModalOptions): boolean {
  const { integrationId, workflowIds, app, category } = options;
  return [integrationId, ...(kind === 'install' ? (workflowIds ?? []) : [app, category])].some(
    Boolean,
  );
}

/** The ids, without the options that are not set or belong to the other kind. */
function subjectOf(kind: ModalKind, options: ModalOptions): ModalSubject {
  const { integrationId, workflowIds, app, category } = options;
  return {
    kind,
    ...(integrationId && { integrationId }),
    ...(kind === 'install' && workflowIds && { workflowIds }),
    ...(kind === 'authenticate' && app && { app }),
    ...(kind === 'authenticate' && category && { category }),
  };
}
