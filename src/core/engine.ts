import { AlloyError, toAlloyError } from '../errors';
import { elapsedMs, type Clock, type Moment } from './clock';
import type { AlloyEvent } from './events';
import type {
  ModalKind,
  ModalLabels,
  ModalOptions,
  ModalRequest,
  ModalResult,
  Outcome,
} from './modal-session';
import type { Page } from './page';
import { withoutQuery } from './read-token';
import { redactError } from '../redact';
import { adviseOnSubjectChange, adviseOnTokenProps, adviseOnTokenResponse } from './token-advice';
import type { AlloyOptions, AlloyRegion } from './options';
import { createTokenManager, type TokenNeed, type TokenState } from './token-manager';
import type { TokenRequest } from './token-request';
import { createTokenSource } from './token-source';

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

type ModalOpener = (modal: ModalToOpen) => void;

export interface EnginePorts {
  clock: Clock;
  page: Page;
  random: () => number;
  /** @throws AlloyError "sdk/invalid" */
  createModalOpener(sdk: unknown): ModalOpener;
}

/** What the engine is given by the half that loaded it. */
export interface EngineHost {
  requestToken: TokenRequest;
  options(): AlloyOptions;
  loadSdk(): Promise<unknown>;
  emit(event: AlloyEvent): void;
  setStatus(status: TokenState['status'], error?: AlloyError | null): void;
  onModalSuccess(): void;
  /** The backend answers with another user's token than before. */
  onSubjectChange(): void;
}

/** The token's life and the modal's, of one identity. It runs from its making until `stop`. */
export interface Engine {
  getToken(need?: TokenNeed): Promise<string>;
  refresh(): Promise<void>;
  preload(): void;
  openModal(request: ModalRequest): void;
  /** Aborts, closes and forgets everything. */
  stop(): void;
}

type SdkState = { status: 'idle' | 'loading' | 'ready' } | { status: 'error'; error: AlloyError };

export function createEngine(host: EngineHost, ports: EnginePorts): Engine {
  const { clock } = ports;
  let isStopped = false;
  let sdk: SdkState = { status: 'idle' };
  let opener: Promise<ModalOpener> | null = null;
  let endActive: ((outcome: Outcome<ModalResult>) => void) | null = null;
  /** Of the newest opening: what ended with a success may stay on screen for a while. */
  let onScreen: AbortController | null = null;

  const where = (): string => withoutQuery(host.options().tokenUrl ?? 'getToken');
  const tokens = createTokenManager({
    ...ports,
    where,
    source: createTokenSource({
      request: host.requestToken,
      clock,
      where,
      onResponse: (response) => adviseOnTokenResponse(response, where()),
    }),
    onEvent: emit,
    onSubjectChange() {
      adviseOnSubjectChange(host.options().userKey);
      host.onSubjectChange();
    },
  });
  tokens.store.subscribe(updateStatus);

  function sinceMs(moment: Moment): number {
    return elapsedMs(moment, clock.now());
  }

  /** What comes late, after the stop, is told to nobody. */
  function emit(event: AlloyEvent): void {
    if (!isStopped) host.emit(event);
  }

  function updateStatus(): void {
    if (isStopped) return;
    const token = tokens.store.getSnapshot();
    if (token.error) host.setStatus('error', token.error);
    else if (sdk.status === 'error') host.setStatus('error', sdk.error);
    else if (token.status === 'loading' || sdk.status === 'loading') host.setStatus('loading');
    else if (token.status === 'ready' && sdk.status === 'ready') host.setStatus('ready');
    else host.setStatus('idle');
  }

  function keepToken(): void {
    tokens.getToken({ isPatient: true }).catch(() => undefined);
  }

  function setSdk(next: SdkState): void {
    sdk = next;
    updateStatus();
  }

  function loadOpener(): Promise<ModalOpener> {
    opener ??= load().catch((caught: unknown) => {
      opener = null;
      const error = toAlloyError(redactError(caught), 'sdk/load-failed');
      setSdk({ status: 'error', error });
      emit({ type: 'sdk.failed', error });
      throw error;
    });
    return opener;
  }

  async function load(): Promise<ModalOpener> {
    const startedAt = clock.now();
    setSdk({ status: 'loading' });
    const loaded = ports.createModalOpener(await host.loadSdk());
    setSdk({ status: 'ready' });
    emit({ type: 'sdk.loaded', durationMs: sinceMs(startedAt) });
    return loaded;
  }

  function openModal(request: ModalRequest): void {
    const { kind, options, signal, onOpen, onEnd, onRetry } = request;
    const startedAt = clock.now();
    const screen = new AbortController();
    let ended = false;

    function end(outcome: Outcome<ModalResult>): void {
      if (ended) return;
      ended = true;
      if (endActive === end) endActive = null;
      const durationMs = sinceMs(startedAt);
      emit({ type: 'modal.settled', kind, outcome: outcome.status, durationMs });
      onEnd(outcome);
      if (outcome.status === 'success') host.onModalSuccess();
    }

    function fail(caught: unknown): void {
      end({ status: 'error', error: toAlloyError(caught, 'sdk/failed', { got: String(caught) }) });
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
    const dismiss = (): void => {
      end({ status: 'dismissed' });
      screen.abort();
    };
    if (signal.aborted) {
      dismiss();
      return;
    }
    signal.addEventListener('abort', dismiss);
    Promise.all([loadOpener(), tokens.getToken({ signal })])
      .then(async ([open]) => {
        // Once more, at no cost: the SDK may have been longer on its way than the token had to live.
        const token = await tokens.getToken({ signal });
        if (endActive !== end) return;
        const { region = 'us', labels } = host.options();
        open({
          ...{ kind, options, token, region, onRetry },
          labels: labels?.modal,
          signal: screen.signal,
          onEnd: end,
        });
        if (endActive !== end) return;
        onOpen();
        const { integrationId } = options;
        emit({
          type: 'modal.opened',
          kind,
          ...(integrationId && { integrationId }),
          durationMs: sinceMs(startedAt),
        });
      })
      .catch(fail);
  }

  adviseOnTokenProps(host.options(), ports.page.url());

  // The first request is under way already. Its answer is taken now, lest it be given out when it is old; who
  // called for the engine joins in within this task, or else nobody waits any more.
  const untilJoined = new AbortController();
  tokens.getToken({ signal: untilJoined.signal }).catch(() => undefined);
  clock.after(0, () => untilJoined.abort());

  return {
    openModal,
    getToken: tokens.getToken,
    async refresh() {
      await tokens.refresh();
    },
    preload() {
      keepToken();
      loadOpener().catch(() => undefined);
    },
    stop() {
      endActive?.({ status: 'dismissed' });
      onScreen?.abort();
      isStopped = true;
      tokens.stop();
    },
  };
}

function namesSomething(kind: ModalKind, options: ModalOptions): boolean {
  const { integrationId, workflowIds, app, category } = options;
  return [integrationId, ...(kind === 'install' ? (workflowIds ?? []) : [app, category])].some(
    Boolean,
  );
}
