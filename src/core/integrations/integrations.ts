import {
  QueryClient,
  QueryObserver,
  type QueryObserverOptions,
  type QueryState,
} from '@tanstack/query-core';
import type { AlloyError } from '../../errors/alloy-error';
import type { AlloyCore } from '../alloy';
import { createAlloyApi, isRetryableApiError } from './api';
import type { Clock } from '../clock';
import { withWorkflowActive, type Integration, type Workflow } from './integration';
import type { Page } from '../page';
import { createWorkflowActivation, type WorkflowActivation } from './workflow-activation';

/** Within this, a component that mounts is served from the cache without a request. */
const FRESH_MS = 30_000;
const MAX_RETRIES = 2;
/** Short, because somebody looks at a skeleton meanwhile. */
const RETRY_BASE_MS = 250;
/** React renders a failure several times, and up to 300 ms later, before an error boundary shows it. */
const FAILURE_SHOWN_MS = 1_000;
const INTEGRATIONS = ['integrations'];

export interface DataPorts {
  clock: Clock;
  page: Page;
  random: () => number;
}

type Integrations = readonly Integration[];

/** The integrations as they are known: data, error and whether a request is under way. */
export type IntegrationsState = QueryState<Integrations, AlloyError>;

/** The user's integrations, of one identity: one request and one cache for all who ask. */
export interface AlloyData {
  /** While anybody listens, the data is fetched and kept up to date. */
  subscribe(listener: () => void): () => void;
  getSnapshot(): IntegrationsState;
  /** What it was before anything was asked for: what a server renders. */
  getInitialSnapshot(): IntegrationsState;
  workflow(workflowId: string): Workflow | undefined;
  activation(workflowId: string): WorkflowActivation;
  /** Fetches again. Never rejects: how it went is in the snapshot. */
  refetch(): Promise<void>;
  /** Resolves when there is data; the same promise for all who wait, as Suspense needs it. @throws AlloyError */
  load(): Promise<void>;
  /** Why there is no data, for as long as it takes to tell; after that, whoever asks makes a request. */
  recentFailure(): AlloyError | null;
}

export function createAlloyData(alloy: AlloyCore, { clock, page, random }: DataPorts): AlloyData {
  const api = createAlloyApi({ clock, options: () => alloy.options, getToken: alloy.getToken });
  const client = new QueryClient();
  const options: QueryObserverOptions<Integrations, AlloyError> = {
    queryKey: INTEGRATIONS,
    async queryFn({ signal }) {
      // Effects run from the inside out: the provider's, which starts the core, comes after ours.
      await Promise.resolve();
      const integrations = await api.listIntegrations(signal);
      // An answer that left before a switch arrived knows nothing of it.
      return [...switching].reduce(
        (list, [workflowId, active]) => withWorkflowActive(list, workflowId, active),
        integrations,
      );
    },
    staleTime: FRESH_MS,
    gcTime: Infinity,
    networkMode: 'always',
    retry: (failures, error) => failures < MAX_RETRIES && isRetryableApiError(error),
    retryDelay: (attempt, error) => error.retryAfterMs ?? random() * RETRY_BASE_MS * 2 ** attempt,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  };
  const observer = new QueryObserver(client, options);
  const query = observer.getCurrentQuery();
  const initial = query.state;
  /** Workflows whose switch is on its way to Alloy, and to what. */
  const switching = new Map<string, boolean>();
  const activations = new Map<string, WorkflowActivation>();
  let index = { of: query.state.data, workflows: new Map<string, Workflow>() };
  let listeners = 0;
  let stop: (() => void) | null = null;
  let loading: Promise<void> | null = null;

  function invalidate(cancelRefetch: boolean): Promise<void> {
    return client.invalidateQueries({ queryKey: INTEGRATIONS }, { cancelRefetch });
  }

  function start(): () => void {
    const unobserve = observer.subscribe(() => undefined);
    const unwake = page.onWake(() => {
      if (page.isVisible()) void invalidate(false);
    });
    return () => {
      unobserve();
      unwake();
    };
  }

  function show(workflowId: string, active: boolean): void {
    client.setQueryData<Integrations>(
      INTEGRATIONS,
      (integrations) => integrations && withWorkflowActive(integrations, workflowId, active),
      { updatedAt: query.state.dataUpdatedAt },
    );
  }

  function createActivation(workflowId: string): WorkflowActivation {
    return createWorkflowActivation(workflowId, {
      client,
      send: (active) => api.setWorkflowActive(workflowId, active),
      show(active) {
        switching.set(workflowId, active);
        show(workflowId, active);
      },
      onSettled(error) {
        switching.delete(workflowId);
        // What is on its way now may have left before the switch arrived.
        if (error || query.state.fetchStatus === 'fetching') void invalidate(true);
      },
    });
  }

  // The core holds this for as long as it lives itself. An answer on its way may be older than the install.
  alloy.onModalSuccess(() => void invalidate(true));
  alloy.onSubjectChange(() => {
    switching.clear();
    activations.clear();
    void client.resetQueries({ queryKey: INTEGRATIONS });
  });

  return {
    subscribe(listener) {
      const unsubscribe = observer.subscribe(listener);
      listeners++;
      stop ??= start();
      return () => {
        unsubscribe();
        listeners--;
        // StrictMode unsubscribes and subscribes again at once: that is no reason to abort the request.
        queueMicrotask(() => {
          if (listeners) return;
          stop?.();
          stop = null;
        });
      };
    },
    getSnapshot: () => query.state,
    getInitialSnapshot: () => initial,
    workflow(workflowId) {
      const { data } = query.state;
      if (index.of !== data) {
        const workflows = data?.flatMap((integration) => integration.workflows) ?? [];
        index = { of: data, workflows: new Map(workflows.map((one) => [one.workflowId, one])) };
      }
      return index.workflows.get(workflowId);
    },
    activation(workflowId) {
      const activation = activations.get(workflowId) ?? createActivation(workflowId);
      activations.set(workflowId, activation);
      return activation;
    },
    async refetch() {
      await observer.refetch();
    },
    load() {
      loading ??= observer
        .refetch({ throwOnError: true, cancelRefetch: false })
        .then(() => undefined)
        .finally(() => {
          loading = null;
        });
      return loading;
    },
    recentFailure() {
      const { error, errorUpdatedAt } = query.state;
      return error && clock.now().wall - errorUpdatedAt < FAILURE_SHOWN_MS ? error : null;
    },
  };
}
