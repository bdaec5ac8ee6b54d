import { AlloyError } from '../../errors/alloy-error';
import { cleanCopy } from '../../errors/clean-copy';
import { toAlloyError } from '../../errors/to-alloy-error';
import { elapsedMs, type Clock } from '../clock';
import type { AlloyEvent } from '../contract/events';
import type { ModalKind, ModalLabels, ModalOptions, ModalResult, Outcome } from '../contract/modal';
import type { ModalRequest } from './session';
import type { AlloyOptions, AlloyRegion } from '../contract/options';

/** What the adapter is asked to put on screen. */
export interface ModalToOpen {
  kind: ModalKind;
  options: ModalOptions;
  token: string;
  region: AlloyRegion;
  labels: Partial<ModalLabels> | undefined;
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
  getToken(wait: { signal: AbortSignal }): Promise<string>;
  onEvent: (event: AlloyEvent) => void;
}

/** The modals of one provider, of which one is open at a time. */
export interface Modals {
  open(request: ModalRequest): void;
  /** Dismisses what is open and takes everything off the screen. */
  stop(): void;
}

export function createModals(ports: ModalsPorts): Modals {
  const { clock, onEvent } = ports;
  let endActive: ((outcome: Outcome<ModalResult>) => void) | null = null;
  /** Of the newest opening: what ended with a success may stay on screen for a while. */
  let onScreen: AbortController | null = null;

  function open(request: ModalRequest): void {
    const { kind, options, signal, onOpen, onEnd, onRetry } = request;
    const startedAt = clock.now();
    const screen = new AbortController();
    let ended = false;

    function sinceClickMs(): number {
      return elapsedMs(startedAt, clock.now());
    }

    function end(outcome: Outcome<ModalResult>): void {
      if (ended) return;
      ended = true;
      if (endActive === end) endActive = null;
      const { status } = outcome;
      onEvent({ type: 'modal.settled', kind, outcome: status, durationMs: sinceClickMs() });
      onEnd(outcome);
    }

    function fail(caught: unknown): void {
      end({
        status: 'error',
        error: toAlloyError(caught, 'sdk/failed', { got: String(cleanCopy(caught)) }),
      });
    }

    function dismiss(): void {
      end({ status: 'dismissed' });
      screen.abort();
    }

    async function put(): Promise<void> {
      const [openIt] = await Promise.all([ports.getOpener(), ports.getToken({ signal })]);
      // Once more, at no cost: the SDK may have been longer on its way than the token had to live.
      const token = await ports.getToken({ signal });
      if (endActive !== end) return;
      const { region = 'us', labels } = ports.options();
      openIt({
        ...{ kind, options, token, region, onRetry },
        labels: labels?.modal,
        signal: screen.signal,
        onEnd: end,
      });
      // It may have ended at once.
      if (endActive !== end) return;
      onOpen();
      const { integrationId } = options;
      onEvent({
        type: 'modal.opened',
        kind,
        ...(integrationId && { integrationId }),
        durationMs: sinceClickMs(),
      });
    }

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

  return {
    open,
    stop() {
      endActive?.({ status: 'dismissed' });
      onScreen?.abort();
    },
  };
}

function namesSomething(kind: ModalKind, options: ModalOptions): boolean {
  const { integrationId, workflowIds, app, category } = options;
  return [integrationId, ...(kind === 'install' ? (workflowIds ?? []) : [app, category])].some(
    Boolean,
  );
}
