import { callHost } from '../../shared/host-code';
import type { AlloyError } from '../../errors/alloy-error';
import type { AlloyCore, ModalActivity } from '../alloy-core';
import { createAlloyApi } from './api';
import type { Clock } from '../clock';
import { mapWorkflows, type Integration, type Workflow } from './integration';
import { createWorkflowIndex } from './workflow-index';
import { createIntegrationList, type Integrations, type ListState } from './list';
import type { Page } from '../page';
import { createOpenModals } from './open-modals';
import { createRecentChanges, type Change } from './recent-changes';
import { installChange } from './install-change';
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
  /** The ids of those that are being taken away. */
  readonly inRemoval: Pick<Store<readonly string[]>, 'getSnapshot' | 'subscribe'>;
  /** Shows the list with this removal from now on, until it is known how that ends. */
  beginRemoval(removal: Change): { end(error: AlloyError | null): void };
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
    onAnswer: (integrations) => changes.check(integrations),
    onFailure(error) {
      changes.giveUpWaiting();
      tellFailure(error);
    },
  });
  const changes = createRecentChanges({
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
  const inRemoval = createStore<readonly string[]>([]);
  const initial = list.store.getSnapshot();
  const shown = createStore<IntegrationsState>(initial);
  const inModal = createOpenModals(() => shown.getSnapshot().data);
  const workflows = createWorkflowIndex();

  function tellFailure(error: AlloyError): void {
    callHost(() => alloy.options.onEvent?.({ type: 'data.failed', error }));
  }

  /** What Alloy said, with what it has not heard yet over it. */
  function update(): void {
    const state = list.store.getSnapshot();
    shown.set({ ...state, data: state.data && switches.apply(changes.apply(state.data)) });
    changes.flush();
  }

  list.store.subscribe(update);
  function onModal({ target, outcome, wasOpen }: ModalActivity): void {
    inModal.follow(target.integrationId, outcome !== null);
    if (!outcome || !wasOpen) return;
    if (outcome.status === 'success') {
      const known = list.store.getSnapshot().data ?? [];
      const change = installChange(target, known);
      // A list that came while the modal was open may say so already. What was edited, only a newer one says.
      changes.add(change, !target.operation && change.isIn(known));
    }
    // After a dismissal too: Alloy's page can install without saying so.
    void list.invalidate();
  }

  // The core holds this listener, and so this, for as long as it lives itself.
  alloy.listen((signal) => {
    if (signal.type === 'modal') {
      onModal(signal);
      return;
    }
    inRemoval.set([]);
    switches.reset();
    changes.reset();
    if (signal.type === 'user-changed') {
      list.reset();
      return;
    }
    inModal.reset();
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
    workflow: (workflowId) => workflows.find(shown.getSnapshot().data, workflowId),
    getInitialWorkflow: (workflowId) => createWorkflowIndex().find(initial.data, workflowId),
    newest(integrationId, listener) {
      // The button hears of the end of its modal before this does.
      queueMicrotask(() =>
        changes.whenShown(() =>
          listener(shown.getSnapshot().data?.find((one) => one.integrationId === integrationId)),
        ),
      );
    },
    inModal: inModal.store,
    inRemoval,
    beginRemoval(change) {
      const pending = changes.begin(change);
      const ids = change.integrationIds;
      inRemoval.set([...inRemoval.getSnapshot(), ...ids]);
      return {
        end(error) {
          inRemoval.set(inRemoval.getSnapshot().filter((id) => !ids.includes(id)));
          if (error) {
            pending.takeBack();
            tellFailure(error);
          } else pending.confirm();
          void list.invalidate();
        },
      };
    },
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
