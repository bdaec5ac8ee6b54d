/** What a user can connect. One shape for every version of Alloy's API. */
export interface Integration {
  /** Alloy's id of the integration. */
  integrationId: string;
  /** The name of the app, such as "Shopify". */
  name: string;
  /** Empty where Alloy has none. */
  description: string;
  /** The address of an image, or null where Alloy has none. */
  icon: string | null;
  /** Whether the user has it. True as well where Alloy says so of one of its workflows alone. */
  installed: boolean;
  /** Its automations. */
  workflows: readonly Workflow[];
  /** Alloy's slugs of the credentials it needs, such as "shopify". */
  credentials: readonly string[];
}

/** One automation of an integration. */
export interface Workflow {
  /** Alloy's id of the workflow. */
  workflowId: string;
  /** As it is named in the Alloy account. */
  name: string;
  /** Whether this user has installed it. */
  installed: boolean;
  /** Whether it runs. Only an installed one can. */
  active: boolean;
  /** The newest version, or null where Alloy names none. */
  version: number | null;
  /** The version that this user has, or null. */
  installedVersion: number | null;
  /** A newer version than the installed one exists. */
  updateAvailable: boolean;
  /** The apps that it uses, in Alloy's order. */
  connectors: readonly Connector[];
}

/** An app, as a workflow uses it. */
export interface Connector {
  /** Alloy's id of it, or null where Alloy names none. */
  id: string | null;
  /** The name of the app. */
  name: string;
  /** Alloy's slug of the app, such as "shopify". */
  connector: string;
  /** The address of an image, or null where Alloy has none. */
  icon: string | null;
  /** What the workflow does with it, such as "Gets a list of all products". */
  subtitle: string | null;
}

/** Whether one of its workflows has a newer version than the one that is installed. */
export function hasUpdate({ workflows }: Pick<Integration, 'workflows'>): boolean {
  return workflows.some((workflow) => workflow.updateAvailable);
}

/** The same list with some workflows changed. What does not change keeps its identity. */
export function mapWorkflows(
  integrations: readonly Integration[],
  change: (workflow: Workflow) => Workflow,
): readonly Integration[] {
  return mapChanged(integrations, (integration) => {
    const workflows = mapChanged(integration.workflows, change);
    return workflows === integration.workflows ? integration : { ...integration, workflows };
  });
}

/** Like `map`, but the same list when nothing changed. */
export function mapChanged<Item>(
  items: readonly Item[],
  change: (item: Item, index: number) => Item,
): readonly Item[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
