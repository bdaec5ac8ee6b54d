import { AlloyError } from '../../errors/alloy-error';

/** What a user can connect. One shape for every version of Alloy's API. */
export interface Integration {
  integrationId: string;
  name: string;
  /** Empty where Alloy has none. */
  description: string;
  /** The address of an image, or null where Alloy has none. */
  icon: string | null;
  installed: boolean;
  workflows: readonly Workflow[];
}

/** One automation of an integration. */
export interface Workflow {
  workflowId: string;
  name: string;
  installed: boolean;
  /** Whether it runs. Only an installed one can. */
  active: boolean;
  version: number | null;
  installedVersion: number | null;
  /** A newer version than the installed one exists. */
  updateAvailable: boolean;
}

/**
 * Reads the answer to `GET /integrations` of either API version: 2025-09 says `primaryConnector` where
 * older ones say `app`. Fields that it does not know are left alone.
 *
 * @throws AlloyError "api/malformed" with the path of what was wrong
 */
export function readIntegrations(answer: unknown, where: string): Integration[] {
  return createReader(answer, '', where).list('data').map(readIntegration);
}

function readIntegration(integration: Reader): Integration {
  const icon = integration.optional('string', 'icon');
  const workflows = integration.has('workflows') ? integration.list('workflows') : [];
  return {
    integrationId: integration.text('integrationId'),
    name: integration.text('primaryConnector', 'app', 'name'),
    description: integration.optional('string', 'description') ?? '',
    icon: icon === '' ? null : icon,
    installed: integration.optional('boolean', 'installed') ?? false,
    workflows: workflows.map(readWorkflow),
  };
}

function readWorkflow(workflow: Reader): Workflow {
  const installed = workflow.optional('boolean', 'installed') ?? false;
  const version = workflow.optional('number', 'version');
  const installedVersion = workflow.optional('number', 'installedVersion');
  return {
    workflowId: workflow.text('workflowId'),
    name: workflow.text('name'),
    installed,
    active: workflow.optional('boolean', 'active') ?? false,
    version,
    installedVersion,
    updateAvailable:
      installed && version !== null && installedVersion !== null && version > installedVersion,
  };
}

/** The same integrations with one workflow switched; what does not change keeps its identity. */
export function withWorkflowActive(
  integrations: readonly Integration[],
  workflowId: string,
  active: boolean,
): readonly Integration[] {
  return integrations.map((integration) =>
    integration.workflows.some((workflow) => workflow.workflowId === workflowId)
      ? {
          ...integration,
          workflows: integration.workflows.map((workflow) =>
            workflow.workflowId === workflowId ? { ...workflow, active } : workflow,
          ),
        }
      : integration,
  );
}

interface Primitives {
  string: string;
  number: number;
  boolean: boolean;
}

/** Takes fields out of one object of an answer, and says where it was when one is not as expected. */
interface Reader {
  has(field: string): boolean;
  list(field: string): Reader[];
  /** The first of these names that is there. */
  text(...names: string[]): string;
  /** null: absent, or null itself. */
  optional<Type extends keyof Primitives>(type: Type, field: string): Primitives[Type] | null;
}

function createReader(value: unknown, path: string, where: string): Reader {
  function malformed(at: string, got: unknown, expected: string): AlloyError {
    return new AlloyError('api/malformed', {
      where,
      detail: `${at || 'The answer'} is ${describe(got)}, not ${expected}`,
    });
  }

  function pathOf(field: string): string {
    return path ? `${path}.${field}` : field;
  }

  if (!isRecord(value)) throw malformed(path, value, 'an object');

  function required<Type>(field: string, is: (got: unknown) => got is Type, name: string): Type {
    const got = (value as Record<string, unknown>)[field];
    if (!is(got)) throw malformed(pathOf(field), got, name);
    return got;
  }

  return {
    has: (field) => value[field] !== undefined && value[field] !== null,
    list: (field) =>
      required(field, (got): got is unknown[] => Array.isArray(got), 'a list').map((entry, index) =>
        createReader(entry, `${pathOf(field)}[${index}]`, where),
      ),
    text(...names) {
      const field = names.find((name) => value[name] !== undefined && value[name] !== null);
      return required(field ?? names[0] ?? '', (got) => typeof got === 'string', 'a text');
    },
    optional(type, field) {
      const got = value[field];
      if (got === undefined || got === null) return null;
      if (typeof got !== type) throw malformed(pathOf(field), got, `a ${type}`);
      return got as Primitives[typeof type];
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names the kind of a value without showing it. */
function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`.replace('a o', 'an o');
}
