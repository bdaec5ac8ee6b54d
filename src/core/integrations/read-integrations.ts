import { AlloyError } from '../../errors/alloy-error';
import { warnOnce } from '../../errors/warn-once';
import type { Connector, Integration, Workflow } from './integration';

/**
 * Reads the answer to `GET /integrations` of either API version: 2025-09 says `primaryConnector`, `connectors` and
 * `connector` where older ones say `app`, `blocks` and `type`.
 *
 * What cannot be read is left out, so that one odd field of one entry never hides the others. In development the console
 * says once what it was. Fields that this library does not know are ignored.
 *
 * @throws AlloyError "api/malformed" where nothing can be read, with the path of what was wrong
 */
export function readIntegrations(answer: unknown, where: string): Integration[] {
  const problems: string[] = [];
  const entries = isRecord(answer) ? answer.data : undefined;
  if (!Array.isArray(entries)) {
    throw malformed(
      where,
      isRecord(answer)
        ? `data is ${describe(entries)}, not a list`
        : `The answer is ${describe(answer)}, not an object`,
    );
  }
  const integrations = readEach(entries, 'data', problems, readIntegration);
  const [first] = problems;
  if (first !== undefined) {
    if (integrations.length === 0) throw malformed(where, first);
    if (process.env.NODE_ENV !== 'production') {
      const more = problems.length > 1 ? ` (and ${problems.length - 1} more of that kind)` : '';
      warnOnce(`Something in Alloy's answer to ${where} was left out: ${first}${more}.`);
    }
  }
  return integrations;
}

function readIntegration(entry: Entry): Integration | null {
  const integrationId = entry.text('integrationId');
  const name = entry.text('primaryConnector', 'app', 'name');
  const installed = entry.boolean('installed');
  const workflows = entry.each('workflows', readWorkflow);
  if (integrationId === null || name === null) return null;
  return {
    integrationId,
    name,
    description: entry.optionalText('description') ?? '',
    icon: entry.optionalText('icon'),
    installed: installed || workflows.some((workflow) => workflow.installed),
    workflows,
    credentials: entry.strings('credentials'),
  };
}

function readWorkflow(entry: Entry): Workflow | null {
  const workflowId = entry.text('workflowId');
  const name = entry.text('name');
  const installed = entry.boolean('installed');
  const version = entry.number('version');
  const installedVersion = entry.number('installedVersion');
  if (workflowId === null || name === null) return null;
  return {
    workflowId,
    name,
    installed,
    active: entry.boolean('active'),
    version,
    installedVersion,
    updateAvailable:
      installed && version !== null && installedVersion !== null && version > installedVersion,
    connectors: entry.each(entry.has('connectors') ? 'connectors' : 'blocks', readConnector),
  };
}

function readConnector(entry: Entry): Connector | null {
  const connector = entry.text('connector', 'type');
  if (connector === null) return null;
  return {
    id: entry.optionalText('id'),
    name: entry.optionalText('name') ?? connector,
    connector,
    icon: entry.optionalText('icon'),
    subtitle: entry.optionalText('subtitle'),
  };
}

/** Takes fields out of one object of the answer. What is not as expected counts as absent, and is noted. */
interface Entry {
  has(field: string): boolean;
  /** The first of these fields that is there. It is needed: null is a problem. */
  text(...fields: string[]): string | null;
  /** null: absent, null itself, or empty. */
  optionalText(field: string): string | null;
  /** Absent counts as false. */
  boolean(field: string): boolean;
  number(field: string): number | null;
  /** Of a list that may be absent. */
  strings(field: string): string[];
  /** Of a list that may be absent. */
  each<Item>(field: string, read: (entry: Entry) => Item | null): Item[];
}

function createEntry(value: Record<string, unknown>, path: string, problems: string[]): Entry {
  function isAbsent(field: string): boolean {
    return value[field] === undefined || value[field] === null;
  }

  function note(field: string, expected: string): void {
    problems.push(`${path}.${field} is ${describe(value[field])}, not ${expected}`);
  }

  function read<Type>(
    field: string,
    is: (got: unknown) => got is Type,
    expected: string,
  ): Type | null {
    if (isAbsent(field)) return null;
    const got = value[field];
    if (is(got)) return got;
    note(field, expected);
    return null;
  }

  return {
    has: (field) => !isAbsent(field),
    text(...fields) {
      const field = fields.find((name) => !isAbsent(name)) ?? fields[0] ?? '';
      const got = value[field];
      if (typeof got === 'string' && got.trim()) return got;
      note(field, 'a string with something in it');
      return null;
    },
    optionalText(field) {
      const got = read(field, isString, 'a string');
      return got === '' ? null : got;
    },
    boolean: (field) => read(field, isBoolean, 'a boolean') ?? false,
    number: (field) => read(field, isNumber, 'a number'),
    strings: (field) => (read(field, isArray, 'a list') ?? []).filter(isString),
    each: (field, readItem) =>
      readEach(read(field, isArray, 'a list') ?? [], `${path}.${field}`, problems, readItem),
  };
}

function readEach<Item>(
  entries: readonly unknown[],
  path: string,
  problems: string[],
  read: (entry: Entry) => Item | null,
): Item[] {
  return entries.flatMap((value, index) => {
    const at = `${path}[${index}]`;
    if (!isRecord(value)) {
      problems.push(`${at} is ${describe(value)}, not an object`);
      return [];
    }
    const item = read(createEntry(value, at, problems));
    return item === null ? [] : [item];
  });
}

function malformed(where: string, detail: string): AlloyError {
  return new AlloyError('api/malformed', { where, detail });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** Names the kind of a value without showing it. */
function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (value === '') return 'empty';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`.replace('a o', 'an o');
}
