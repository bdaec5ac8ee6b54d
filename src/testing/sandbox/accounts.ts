import type { Integration, Workflow } from '../../core/integrations/integration';

export interface SandboxUser {
  userId: string;
  username: string;
  fullName: string | undefined;
  integrations: readonly Integration[];
}

/** All that a sandbox remembers: users, and what each of them has installed. */
export interface SandboxAccounts {
  all(): readonly SandboxUser[];
  find(userIdOrUsername: string): SandboxUser | undefined;
  /** null: the username exists. */
  create(username: string, fullName: string | undefined, userId?: string): SandboxUser | null;
  /** Of everyone, future users too, unless a user is named. False: there is no such integration or user. */
  setInstalled(integrationId: string, installed: boolean, userIdOrUsername?: string): boolean;
  /** False: the user has no such workflow installed. */
  setActive(user: SandboxUser, workflowId: string, active: boolean): boolean;
}

export function createSandboxAccounts(initial: readonly Integration[]): SandboxAccounts {
  const users = new Map<string, SandboxUser>();
  let catalog = initial;

  function find(userIdOrUsername: string): SandboxUser | undefined {
    return (
      users.get(userIdOrUsername) ??
      [...users.values()].find(({ username }) => username === userIdOrUsername)
    );
  }

  return {
    find,
    all: () => [...users.values()],
    create(username, fullName, userId = nextId(users.size)) {
      if (find(username)) return null;
      const user = { userId, username, fullName, integrations: catalog };
      users.set(userId, user);
      return user;
    },
    setInstalled(integrationId, installed, userIdOrUsername) {
      if (!catalog.some((item) => item.integrationId === integrationId)) return false;
      const change = (list: readonly Integration[]): readonly Integration[] =>
        list.map((item) =>
          item.integrationId === integrationId ? install(item, installed) : item,
        );
      if (userIdOrUsername !== undefined) {
        const user = find(userIdOrUsername);
        if (user) user.integrations = change(user.integrations);
        return user !== undefined;
      }
      catalog = change(catalog);
      for (const user of users.values()) user.integrations = change(user.integrations);
      return true;
    },
    setActive(user, workflowId, active) {
      let isInstalled = false;
      const change = (workflow: Workflow): Workflow => {
        if (workflow.workflowId !== workflowId || !workflow.installed) return workflow;
        isInstalled = true;
        return { ...workflow, active };
      };
      user.integrations = user.integrations.map((item) => ({
        ...item,
        workflows: item.workflows.map(change),
      }));
      return isInstalled;
    },
  };
}

function install(integration: Integration, installed: boolean): Integration {
  return {
    ...integration,
    installed,
    workflows: integration.workflows.map((workflow) => ({
      ...workflow,
      installed,
      active: installed,
      installedVersion: installed ? workflow.version : null,
      updateAvailable: false,
    })),
  };
}

/** 24 hexadecimal digits, as Alloy's ids are; the same ones in each run. */
function nextId(count: number): string {
  return `658c2f9a1f7a4c00${(count + 1).toString(16).padStart(8, '0')}`;
}
