import type { Integration, Workflow } from '../../core/integrations/integration';

export interface SandboxUser {
  userId: string;
  username: string;
  fullName: string | undefined;
  integrations: readonly Integration[];
  /** Made when an integration of the app is installed, and shared by all of that app. */
  credentials: readonly SandboxCredential[];
}

interface SandboxCredential {
  credentialId: string;
  /** The app's slug. */
  type: string;
  name: string;
  createdAt: string;
  updatedAt: string;
}

/** All that a sandbox remembers: users, and what each of them has installed. */
export interface SandboxAccounts {
  all(): readonly SandboxUser[];
  find(userIdOrUsername: string): SandboxUser | undefined;
  /** null: the username exists. */
  create(username: string, fullName: string | undefined, userId?: string): SandboxUser | null;
  /** False: another user has this username. */
  rename(user: SandboxUser, username: string): boolean;
  remove(user: SandboxUser): void;
  /** Takes a workflow away from the user. False: it was not installed. */
  uninstall(user: SandboxUser, workflowId: string): boolean;
  /** False: the user has no such credential. */
  removeCredential(user: SandboxUser, credentialId: string): boolean;
  /** Of everyone, future users too, unless a user is named. False: there is no such integration or user. */
  setInstalled(integrationId: string, installed: boolean, userIdOrUsername?: string): boolean;
  /** False: the user has no such workflow installed. */
  setActive(user: SandboxUser, workflowId: string, active: boolean): boolean;
}

export function createSandboxAccounts(initial: readonly Integration[]): SandboxAccounts {
  const users = new Map<string, SandboxUser>();
  let catalog = initial;
  let usersSoFar = 0;
  let credentialsSoFar = 0;

  function connect(user: SandboxUser): void {
    const needed = user.integrations.filter(({ installed }) => installed);
    for (const type of new Set(needed.flatMap(({ credentials }) => credentials))) {
      if (user.credentials.some((credential) => credential.type === type)) continue;
      const at = new Date().toISOString();
      const credentialId = hexId('638c2f9a', ++credentialsSoFar);
      const credential = { credentialId, type, name: type, createdAt: at, updatedAt: at };
      user.credentials = [...user.credentials, credential];
    }
  }

  function find(userIdOrUsername: string): SandboxUser | undefined {
    return (
      users.get(userIdOrUsername) ??
      [...users.values()].find(({ username }) => username === userIdOrUsername)
    );
  }

  return {
    find,
    all: () => [...users.values()],
    create(username, fullName, userId = hexId('658c2f9a', ++usersSoFar)) {
      if (find(username)) return null;
      const user: SandboxUser = {
        userId,
        username,
        fullName,
        integrations: catalog,
        credentials: [],
      };
      connect(user);
      users.set(userId, user);
      return user;
    },
    rename(user, username) {
      const namesake = find(username);
      if (namesake && namesake !== user) return false;
      user.username = username;
      return true;
    },
    remove: ({ userId }) => void users.delete(userId),
    uninstall(user, workflowId) {
      const had = user.integrations
        .flatMap(({ workflows }) => workflows)
        .some((workflow) => workflow.workflowId === workflowId && workflow.installed);
      user.integrations = user.integrations.map((item) => without(item, workflowId));
      return had;
    },
    removeCredential(user, credentialId) {
      const left = user.credentials.filter((item) => item.credentialId !== credentialId);
      const had = left.length < user.credentials.length;
      user.credentials = left;
      return had;
    },
    setInstalled(integrationId, installed, userIdOrUsername) {
      if (!catalog.some((item) => item.integrationId === integrationId)) return false;
      const change = (list: readonly Integration[]): readonly Integration[] =>
        list.map((item) =>
          item.integrationId === integrationId ? install(item, installed) : item,
        );
      if (userIdOrUsername !== undefined) {
        const user = find(userIdOrUsername);
        if (!user) return false;
        user.integrations = change(user.integrations);
        connect(user);
        return true;
      }
      catalog = change(catalog);
      for (const user of users.values()) {
        user.integrations = change(user.integrations);
        connect(user);
      }
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
    workflows: integration.workflows.map((workflow) => switched(workflow, installed)),
  };
}

function without(integration: Integration, workflowId: string): Integration {
  const isOf = (workflow: Workflow): boolean => workflow.workflowId === workflowId;
  if (!integration.workflows.some(isOf)) return integration;
  const workflows = integration.workflows.map((workflow) =>
    isOf(workflow) ? switched(workflow, false) : workflow,
  );
  return { ...integration, workflows, installed: workflows.some(({ installed }) => installed) };
}

function switched(workflow: Workflow, installed: boolean): Workflow {
  return {
    ...workflow,
    installed,
    active: installed,
    installedVersion: installed ? workflow.version : null,
    updateAvailable: false,
  };
}

/** 24 hexadecimal digits, as Alloy's ids are; the same ones in each run. */
function hexId(start: string, count: number): string {
  return `${start}1f7a4c00${count.toString(16).padStart(8, '0')}`;
}
