import type { ModalOptions } from '../../core/contract/modal';

/** What Alloy's page reads out of its URL: the caller's values, from the parameters that the SDK was given. */
export function readModalOptions(params: Record<string, unknown>): ModalOptions {
  return Object.fromEntries(
    Object.entries(params)
      .filter(([name, value]) => name !== 'callback' && value !== undefined)
      .map(([name, value]) => [name, decode(name, value)]),
  );
}

function decode(name: string, value: unknown): unknown {
  if (typeof value === 'string') return decodeURIComponent(value);
  if (!Array.isArray(value)) return value;
  if (name === 'workflowIds' || name === 'versionIds') {
    return value.map((id) => decodeURIComponent(String(id)));
  }
  return JSON.parse(decodeURIComponent(JSON.stringify(value)));
}
