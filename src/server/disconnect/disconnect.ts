import { AlloyApiError } from '../client/api-error';
import { objectIn } from '../client/answer';
import type { AlloyCallOptions, AlloyClient } from '../client/contract';

interface DisconnectOptions extends AlloyCallOptions {
  deleteCredentials: boolean;
}

/** What counts of one of the user's integrations. */
interface Owned {
  integrationId: string;
  /** Alloy's slugs of the apps whose credentials it needs. */
  apps: string[];
  installedWorkflows: string[];
}

/**
 * Takes an integration away from a user: the workflows that are installed, and then, if wanted, the credentials that no
 * other installed integration of the user needs. It may be done again: what is gone already does not count as a failure.
 *
 * @returns false when the user has no such integration
 */
export async function disconnect(
  alloy: AlloyClient,
  username: string,
  integrationId: string,
  { deleteCredentials, signal }: DisconnectOptions,
): Promise<boolean> {
  const owned = (await alloy.integrations.list(username, { signal })).map(readOwned);
  // The user's own list decides. An id of the request is compared with it, and goes into no path.
  const wanted = owned.find((integration) => integration.integrationId === integrationId);
  if (!wanted) return false;
  for (const workflowId of wanted.installedWorkflows) {
    await unlessGone(alloy.workflows.delete(username, workflowId, { signal }));
  }
  if (!deleteCredentials) return true;
  const stillNeeded = owned
    .filter((other) => other !== wanted && other.installedWorkflows.length > 0)
    .flatMap(({ apps }) => apps);
  const unneeded = wanted.apps.filter((app) => !stillNeeded.includes(app));
  for (const { credentialId, type } of await alloy.credentials.list(username, { signal })) {
    if (!unneeded.includes(type)) continue;
    await unlessGone(alloy.credentials.delete(username, credentialId, { signal }));
  }
  return true;
}

async function unlessGone(deletion: Promise<void>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (!(error instanceof AlloyApiError) || error.code !== 'not-found') throw error;
  }
}

function readOwned(item: unknown): Owned {
  const { integrationId, installed, credentials, workflows } = objectIn(item);
  return {
    integrationId: typeof integrationId === 'string' ? integrationId : '',
    apps: arrayOf(credentials).filter((app) => typeof app === 'string'),
    installedWorkflows: arrayOf(workflows).flatMap((workflow) => {
      const { workflowId, installed: itsOwn } = objectIn(workflow);
      // Alloy was seen to mark an integration and its workflows differently: either is enough.
      const isInstalled = itsOwn === true || (itsOwn === undefined && installed === true);
      return isInstalled && typeof workflowId === 'string' ? [workflowId] : [];
    }),
  };
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
