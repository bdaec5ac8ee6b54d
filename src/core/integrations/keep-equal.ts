import type { Integration } from './integration';

/** The newer list, made of the older one's objects wherever these say the same: what did not change keeps its identity. */
export function keepEqualIntegrations(
  previous: readonly Integration[] | undefined,
  next: readonly Integration[],
): readonly Integration[] {
  if (!previous) return next;
  const byId = new Map(previous.map((integration) => [integration.integrationId, integration]));
  const kept = next.map((integration, index) => {
    const { integrationId } = integration;
    const before =
      previous[index]?.integrationId === integrationId ? previous[index] : byId.get(integrationId);
    return keepEqual(before, integration) as Integration;
  });
  return isSameList(previous, kept) ? previous : kept;
}

function keepEqual(previous: unknown, next: unknown): unknown {
  if (Array.isArray(previous) && Array.isArray(next)) {
    const before: readonly unknown[] = previous;
    const kept = next.map((item, index) => keepEqual(before[index], item));
    return isSameList(before, kept) ? before : kept;
  }
  if (isObject(previous) && isObject(next)) {
    const kept = Object.fromEntries(
      Object.entries(next).map(([name, value]) => [name, keepEqual(previous[name], value)]),
    );
    const isSame =
      Object.keys(previous).length === Object.keys(kept).length &&
      Object.entries(kept).every(([name, value]) => Object.is(previous[name], value));
    return isSame ? previous : kept;
  }
  return next;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
