import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import { createStore, type Store } from '../store';
import { mapWorkflows, type Integration } from './integration';

interface SwitchState {
  /** What the user asked for, while that is on its way. */
  wanted: boolean | null;
  /** Why the last switch was taken back. */
  error: AlloyError | null;
}

/** The switch of one workflow, shared by all who show it. */
export interface WorkflowSwitch extends Pick<Store<SwitchState>, 'getSnapshot' | 'subscribe'> {
  /** Shown at once, and taken back if Alloy refuses. Never rejects: how it went is in the state. */
  setActive: (active: boolean) => Promise<void>;
}

export interface WorkflowSwitchesPorts {
  /** Asks Alloy. @throws AlloyError */
  send(workflowId: string, active: boolean, signal: AbortSignal): Promise<void>;
  /** What the user wants has changed. */
  onChange(): void;
  /** Alloy has done what was asked. */
  onDone(workflowId: string, active: boolean): void;
  /** Alloy has not, or nobody knows. */
  onFailure(error: AlloyError): void;
}

/** The switches of all workflows. Nothing here changes what Alloy said: what is wanted lies over it until it is done. */
export interface WorkflowSwitches {
  of(workflowId: string): WorkflowSwitch;
  /** The list as the user wants it. */
  apply(integrations: readonly Integration[]): readonly Integration[];
  /** Forgets everything: late answers have no say. */
  reset(): void;
}

export function createWorkflowSwitches(ports: WorkflowSwitchesPorts): WorkflowSwitches {
  const switches = new Map<string, ResettableSwitch>();
  const wanted = new Map<string, boolean>();
  let abort = new AbortController();

  function create(workflowId: string): ResettableSwitch {
    const store = createStore<SwitchState>(RESTING);
    let sending: Promise<void> | null = null;

    function want(active: boolean | null, error: AlloyError | null): void {
      if (active === null) wanted.delete(workflowId);
      else wanted.set(workflowId, active);
      store.set({ wanted: active, error });
    }

    /** One request at a time, in the order of the clicks. Of those that wait, only the newest is sent. */
    async function sendNewest(signal: AbortSignal): Promise<void> {
      let sent: boolean | null = null;
      let error: AlloyError | null = null;
      for (;;) {
        const next: boolean | null = store.getSnapshot().wanted;
        if (next === null || next === sent) break;
        sent = next;
        error = await ports.send(workflowId, next, signal).then(() => null, asAlloyError);
        // It was another user's.
        if (signal.aborted) return;
        if (!error) ports.onDone(workflowId, next);
      }
      sending = null;
      want(null, error);
      ports.onChange();
      if (error) ports.onFailure(error);
    }

    return {
      getSnapshot: store.getSnapshot,
      subscribe: store.subscribe,
      setActive(active) {
        want(active, null);
        ports.onChange();
        sending ??= sendNewest(abort.signal);
        return sending;
      },
      reset() {
        sending = null;
        store.set(RESTING);
      },
    };
  }

  return {
    of(workflowId) {
      const held = switches.get(workflowId) ?? create(workflowId);
      switches.set(workflowId, held);
      return held;
    },
    apply: (integrations) =>
      wanted.size === 0
        ? integrations
        : mapWorkflows(integrations, (workflow) => {
            const active = wanted.get(workflow.workflowId) ?? workflow.active;
            return workflow.installed && active !== workflow.active
              ? { ...workflow, active }
              : workflow;
          }),
    reset() {
      abort.abort();
      abort = new AbortController();
      wanted.clear();
      for (const held of switches.values()) held.reset();
    },
  };
}

interface ResettableSwitch extends WorkflowSwitch {
  reset(): void;
}

function asAlloyError(error: unknown): AlloyError {
  return isAlloyError(error) ? error : new AlloyError('api/network', { cause: error });
}

const RESTING: SwitchState = { wanted: null, error: null };
