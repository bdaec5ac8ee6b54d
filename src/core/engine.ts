import { adviseOnFault } from '../errors/advise-on-fault';
import { AlloyError } from '../errors/alloy-error';
import type { AlloySignal } from './alloy-core';
import type { Clock } from './clock';
import type { Alloy } from './contract/alloy';
import type { AlloyEvent } from './contract/events';
import type { ModalRequest } from './modal/session';
import { createDisconnectRequest, type DisconnectRequest } from './disconnect/request';
import { createModals, type ModalOpener } from './modal/modals';
import type { AlloyOptions } from './contract/options';
import { objectionTo } from './objection';
import type { Page } from './page';
import { withoutQuery } from './token/read-token';
import { createSdkSource } from './modal/sdk-source';
import {
  adviseOnOldToken,
  adviseOnTokenProps,
  adviseOnTokenResponse,
  adviseOnUserChange,
} from './token/advice';
import { createTokenJudge } from './token/judge';
import type { TokenLegacy } from './token/legacy';
import { createTokenManager, type TokenNeed } from './token/manager';
import { createTokenOwner } from './token/owner';
import type { TokenRequest } from './token/request';
import { createTokenSource } from './token/source';

/** A download can hang without failing. */
const LOAD_TIMEOUT_MS = 30_000;
/** A loader of the host app may have a limit of its own, which should come first: its error says more. */
const HOST_LOADER_TIMEOUT_MS = 60_000;

export interface EnginePorts {
  clock: Clock;
  page: Page;
  random: () => number;
  legacy: TokenLegacy;
  /** @throws AlloyError "sdk/invalid" */
  createModalOpener(sdk: unknown): ModalOpener;
}

/** What the engine is given by the half that loaded it. */
export interface EngineHost {
  options(): AlloyOptions;
  requestToken: TokenRequest;
  loadSdk(): Promise<unknown>;
  emit(event: AlloyEvent): void;
  setStatus(status: Alloy['status'], error?: AlloyError | null): void;
  tell(signal: AlloySignal): void;
}

/** The token's life and the modal's, of one identity. It runs from its making until `stop`. */
export interface Engine {
  getToken(need?: TokenNeed): Promise<string>;
  refresh(): Promise<void>;
  preload(): void;
  /** The provider may be going: what it has is for the one that comes in its place. */
  leave(): void;
  openModal(request: ModalRequest): void;
  disconnect: DisconnectRequest;
  /** Aborts, closes and forgets everything. */
  stop(): void;
}

/** @throws AlloyError when the options name nobody to ask, or nobody to ask for */
export function createEngine(host: EngineHost, ports: EnginePorts): Engine {
  const objection = objectionTo(host.options());
  if (objection) throw objection;
  const { clock } = ports;
  let isStopped = false;

  const where = (): string => withoutQuery(host.options().tokenUrl ?? 'getToken');
  const judge = createTokenJudge(clock);
  const owner = createTokenOwner({
    hasUserKey: () => host.options().userKey !== undefined,
    where,
    onChange() {
      adviseOnUserChange(host.options().userKey);
      emit({ type: 'token.user-changed' });
      modals.fail(new AlloyError('token/user-changed', { where: where() }));
      host.tell({ type: 'user-changed' });
    },
  });
  const tokens = createTokenManager({
    ...ports,
    where,
    source: createTokenSource({
      request: host.requestToken,
      clock,
      where,
      onResponse: (response) => adviseOnTokenResponse(response, where()),
    }),
    judge(token, before) {
      const verdict = judge.judge(token, before);
      if (verdict.isByClock) adviseOnOldToken(where());
      return verdict;
    },
    onToken: ({ subject }) => owner.see(subject),
    inherited: ports.legacy.of(host.options()),
    onEvent: emit,
  });
  const sdk = createSdkSource({
    ...ports,
    load: host.loadSdk,
    timeoutMs: () => (host.options().loadSdk ? HOST_LOADER_TIMEOUT_MS : LOAD_TIMEOUT_MS),
    create: ports.createModalOpener,
    onEvent: emit,
  });
  const modals = createModals({
    clock,
    options: host.options,
    getOpener: sdk.get,
    getToken: tokens.getToken,
    objection: owner.objection,
    onActivity: host.tell,
    onEvent: emit,
  });

  /** What comes after the stop is told to nobody. */
  function emit(event: AlloyEvent): void {
    if (!isStopped) host.emit(event);
  }

  function updateStatus(): void {
    if (isStopped) return;
    const states = [tokens.store.getSnapshot(), sdk.store.getSnapshot()];
    const failed = states.find((state) => state.status === 'error');
    if (failed) host.setStatus('error', failed.error);
    else if (states.some(({ status }) => status === 'loading')) host.setStatus('loading');
    else host.setStatus(states.every(({ status }) => status === 'ready') ? 'ready' : 'idle');
  }

  tokens.store.subscribe(updateStatus);
  sdk.store.subscribe(updateStatus);
  adviseOnTokenProps(host.options(), ports.page.url());

  // The first request is under way already. Its answer is taken now, so that it is not handed out when it is old. Whoever
  // called for the engine joins within this task; if nobody does, nobody waits any more.
  const untilJoined = new AbortController();
  tokens.getToken({ signal: untilJoined.signal }).catch(() => undefined);
  clock.after(0, () => untilJoined.abort());
  // A token that was inherited is here already.
  updateStatus();

  return {
    openModal: modals.open,
    disconnect: createDisconnectRequest({ clock, options: host.options }),
    getToken: tokens.getToken,
    async refresh() {
      await tokens.refresh();
    },
    preload() {
      tokens.getToken({ isPatient: true }).catch(adviseOnFault);
      sdk.get().catch(() => undefined);
    },
    leave() {
      const token = tokens.usable();
      if (token) ports.legacy.leave(host.options(), token);
    },
    stop() {
      modals.stop();
      isStopped = true;
      tokens.stop();
      sdk.stop();
    },
  };
}
