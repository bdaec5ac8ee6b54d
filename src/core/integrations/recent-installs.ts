import type { ModalOptions } from '../contract/modal';
import type { Clock } from '../clock';
import { hasUpdate, mapChanged, mapWorkflows, type Integration } from './integration';

/** Alloy's list may lag behind its modal: it is asked again after these milliseconds, and then it is right. */
const ASK_AGAIN_AFTER_MS = [1_000, 3_000];
/** How long a list that is on its way may take before what it lags behind is shown without it. */
const PATIENCE_MS = 1_500;

type Integrations = readonly Integration[];

export interface RecentInstallsPorts {
  clock: Clock;
  /** What `apply` makes of a list has changed. */
  onChange(): void;
  askAgain(): void;
}

/** What modals have installed, until Alloy's list says so too or has had the time to. */
export interface RecentInstalls {
  /** A modal ended in success. The list has to be asked for after this; `known` is what it says before. */
  add(target: ModalOptions, known: Integrations): void;
  /** An answer came. */
  check(integrations: Integrations): void;
  /** No answer came. */
  giveUpWaiting(): void;
  /** The list as it will be. */
  apply(integrations: Integrations): Integrations;
  /** Calls `listener` at the next `flush` at which the list was asked since the last `add`, or has taken too long. */
  whenShown(listener: () => void): void;
  /** The list is shown as `apply` has it. */
  flush(): void;
  reset(): void;
}

interface Install {
  target: ModalOptions;
  /** How many answers came without it. */
  misses: number;
  isShown: boolean;
  cancelTimer(): void;
}

export function createRecentInstalls({
  clock,
  onChange,
  askAgain,
}: RecentInstallsPorts): RecentInstalls {
  let installs: readonly Install[] = [];
  const waiting: (() => void)[] = [];

  /** Whatever is not shown yet is so from now on. */
  function show(): void {
    for (const install of installs) install.isShown = true;
  }

  function flush(): void {
    if (!installs.every((install) => install.isShown)) return;
    for (const listener of waiting.splice(0)) listener();
  }

  function forget(forgotten: Install): void {
    forgotten.cancelTimer();
    installs = installs.filter((install) => install !== forgotten);
  }

  return {
    add(target, known) {
      const cancelTimer = clock.after(PATIENCE_MS, () => {
        show();
        onChange();
      });
      // A list that came while the modal was open may say so already. What was edited, only a newer one says.
      const isShown = !target.operation && isIn(known, target);
      installs = [...installs, { target, misses: 0, isShown, cancelTimer }];
    },
    check(integrations) {
      for (const install of installs) {
        const pauseMs = ASK_AGAIN_AFTER_MS[install.misses];
        install.misses++;
        install.cancelTimer();
        if (pauseMs === undefined || isIn(integrations, install.target)) forget(install);
        else install.cancelTimer = clock.after(pauseMs, askAgain);
      }
      show();
    },
    giveUpWaiting: show,
    apply: (integrations) =>
      installs.reduce(
        (list, { isShown, target }) => (isShown ? withInstall(list, target) : list),
        integrations,
      ),
    whenShown(listener) {
      waiting.push(listener);
      flush();
    },
    flush,
    reset() {
      for (const install of installs) install.cancelTimer();
      installs = [];
    },
  };
}

function isIn(
  integrations: Integrations,
  { integrationId, workflowIds = [], operation }: ModalOptions,
): boolean {
  const workflows = integrations.flatMap((integration) => integration.workflows);
  return integrationId === undefined
    ? workflowIds.every((id) =>
        workflows.some(({ workflowId, installed }) => workflowId === id && installed),
      )
    : integrations.some(
        (integration) =>
          integration.integrationId === integrationId &&
          integration.installed &&
          !(operation === 'update' && hasUpdate(integration)),
      );
}

function withInstall(
  integrations: Integrations,
  { integrationId, workflowIds = [], operation }: ModalOptions,
): Integrations {
  if (integrationId === undefined) {
    return mapWorkflows(integrations, (workflow) =>
      workflow.installed || !workflowIds.includes(workflow.workflowId)
        ? workflow
        : { ...workflow, installed: true },
    );
  }
  return mapChanged(integrations, (integration) => {
    if (integration.integrationId !== integrationId) return integration;
    if (operation !== 'update')
      return integration.installed ? integration : { ...integration, installed: true };
    const workflows = integration.workflows.map((workflow) => ({
      ...workflow,
      updateAvailable: false,
    }));
    return { ...integration, installed: true, workflows };
  });
}
