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
  /** A modal ended in success. The list has to be asked for after this. */
  add(target: ModalOptions): void;
  /** An answer came. */
  check(integrations: Integrations): void;
  /** No answer came. */
  giveUpWaiting(): void;
  /** The list as it will be. */
  apply(integrations: Integrations): Integrations;
  /** Resolves when the list was asked since the last `add`, or takes too long. */
  settled(): Promise<void>;
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
  let waiting: (() => void)[] = [];

  /** Whatever is not shown yet is so from now on, and nobody has to wait for it. */
  function show(): void {
    for (const install of installs) install.isShown = true;
    for (const resume of waiting) resume();
    waiting = [];
  }

  function forget(forgotten: Install): void {
    forgotten.cancelTimer();
    installs = installs.filter((install) => install !== forgotten);
  }

  return {
    add(target) {
      const cancelTimer = clock.after(PATIENCE_MS, () => {
        show();
        onChange();
      });
      installs = [...installs, { target, misses: 0, isShown: false, cancelTimer }];
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
    settled: () =>
      installs.every((install) => install.isShown)
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push(resolve)),
    reset() {
      for (const install of installs) install.cancelTimer();
      installs = [];
      show();
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
