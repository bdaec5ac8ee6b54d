import { callHost } from '../../shared/host-code';
import type { AlloyError } from '../../errors/alloy-error';
import type { AlloyCore, ModalActivity } from '../alloy-core';
import { createAlloyApi } from './api';
import type { Clock } from '../clock';
import { mapWorkflows, type Integration, type Workflow } from './integration';
import { createIntegrationList, type Integrations, type ListState } from './list';
import type { Page } from '../page';
import { createRecentInstalls } from './recent-installs';
import { createStore, type Store } from '../store';
import { createWorkflowSwitches, type WorkflowSwitch } from './workflow-switches';

export interface DataPorts {
  clock: Clock;
  page: Page;
  random: () => number;
}

/** The integrations as they are shown: data, error and whether a request is under way. */
type IntegrationsState = ListState;

/** The user's integrations, of one identity: one request and one cache for all who ask. */
export interface AlloyData extends Pick<Store<IntegrationsState>, 'getSnapshot' | 'subscribe'> {
  /** While anybody listens, the data is fetched and kept up to date. */
  subscribe(listener: () => void): () => void;
  /** What it was before anything was asked for: what a server renders. */
  getInitialSnapshot(): IntegrationsState;
  /** Of several with this id, one that is installed. */
  workflow(workflowId: string): Workflow | undefined;
  /** As {@link workflow}, of what it was before anything was asked for. */
  getInitialWorkflow(workflowId: string): Workflow | undefined;
  /**
   * Calls `listener` once with what is known as soon as the list was asked for after the last modal, before that is
   * rendered; after a second and a half at most.
   */
  newest(integrationId: string, listener: (integration: Integration | undefined) => void): void;
  /** Those whose modal is on its way or open, as they were known when it was asked for. */
  readonly inModal: Pick<Store<Integrations>, 'getSnapshot' | 'subscribe'>;
  switchOf(workflowId: string): WorkflowSwitch;
  /** Fetches again. Never rejects: how it went is in the snapshot. */
  refetch: () => Promise<void>;
  /** Resolves when there is data or a failure; the same promise for all who wait, as Suspense needs it. */
  load(): Promise<void>;
  /** Why there is no data, for as long as it takes to tell; after that, whoever asks makes a request. */
  recentFailure(): AlloyError | null;
}

export function createAlloyData(alloy: AlloyCore, ports: DataPorts): AlloyData {
  const { clock } = ports;
  const api = createAlloyApi({ clock, options: () => alloy.options, getToken: alloy.getToken });
  const list = createIntegrationList({
    ...ports,
    fetch: (signal) =>
      alloy.options.userKey === null ? untilSignedIn(signal) : api.listIntegrations(signal),
    initial: alloy.options.initialIntegrations,
    onAnswer: (integrations) => installs.check(integrations),
    onFailure(error) {
      installs.giveUpWaiting();
      tellFailure(error);
    },
  });
  const installs = createRecentInstalls({
    clock,
    onChange: update,
    askAgain: () => void list.invalidate(),
  });
  const switches = createWorkflowSwitches({
    send: api.setWorkflowActive,
    onChange: update,
    onDone: (workflowId, active) =>
      list.update((integrations) =>
        mapWorkflows(integrations, (workflow) =>
          workflow.workflowId === workflowId && workflow.installed
            ? { ...workflow, active }
            : workflow,
        ),
      ),
    onFailure(error) {
      tellFailure(error);
      void list.invalidate();
    },
  });
  const inModal = createStore<Integrations>([]);
  const initial = list.store.getSnapshot();
  const shown = createStore<IntegrationsState>(initial);
  let index: { of: Integrations | undefined; workflows: Map<string, Workflow> } | null = null;

  function tellFailure(error: AlloyError): void {
    callHost(() => alloy.options.onEvent?.({ type: 'data.failed', error }));
  }

  /** One at a time is open; a second one of the same integration ends at once, as busy. */
  function follow(integrationId: string | undefined, isOver: boolean): void {
    const before = inModal.getSnapshot();
    if (isOver) {
      const index = before.findIndex((one) => one.integrationId === integrationId);
      if (index >= 0) inModal.set(before.filter((_, position) => position !== index));
      return;
    }
    const entry = shown.getSnapshot().data?.find((one) => one.integrationId === integrationId);
    if (entry) inModal.set([...before, entry]);
  }

  /** What Alloy said, with what it has not heard yet over it. */
  function update(): void {
    const state = list.store.getSnapshot();
    shown.set({ ...state, data: state.data && switches.apply(installs.apply(state.data)) });
    installs.flush();
  }

  list.store.subscribe(update);
  function onModal({ target, outcome, wasOpen }: ModalActivity): void {
    follow(target.integrationId, outcome !== null);
    if (!outcome || !wasOpen) return;
    if (outcome.status === 'success') installs.add(target, list.store.getSnapshot().data ?? []);
    // After a dismissal too: Alloy's page can install without saying so.
    void list.invalidate();
  }

  // The core holds this listener, and so this, for as long as it lives itself.
  alloy.listen((signal) => {
    if (signal.type === 'modal') {
      onModal(signal);
      return;
    }
    switches.reset();
    installs.reset();
    if (signal.type === 'user-changed') {
      list.reset();
      return;
    }
    inModal.set([]);
    list.abort();
    update();
  });

  return {
    subscribe(listener) {
      const unsubscribe = shown.subscribe(listener);
      const unwatch = list.watch();
      return () => {
        unsubscribe();
        unwatch();
      };
    },
    getSnapshot: shown.getSnapshot,
    getInitialSnapshot: () => initial,
    workflow(workflowId) {
      const { data } = shown.getSnapshot();
      if (index?.of !== data || !index) index = { of: data, workflows: indexWorkflows(data) };
      return index.workflows.get(workflowId);
    },
    getInitialWorkflow: (workflowId) => indexWorkflows(initial.data).get(workflowId),
    newest(integrationId, listener) {
      // The button hears of the end of its modal before this does.
      queueMicrotask(() =>
        installs.whenShown(() =>
          listener(shown.getSnapshot().data?.find((one) => one.integrationId === integrationId)),
        ),
      );
    },
    inModal,
    switchOf: switches.of,
    refetch: list.refetch,
    load: list.load,
    recentFailure: list.recentFailure,
  };
}

/** Nobody is signed in, which is no failure. Another user gets another core, and this one is stopped. */
function untilSignedIn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

function indexWorkflows(integrations: Integrations = []): Map<string, Workflow> {
  const byId = new Map<string, Workflow>();
  for (const workflow of integrations.flatMap(({ workflows }) => workflows)) {
    if (!byId.get(workflow.workflowId)?.installed) byId.set(workflow.workflowId, workflow);
  }
  return byId;
}
