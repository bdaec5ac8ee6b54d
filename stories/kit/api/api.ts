import entries, { type Entry, type Exported } from 'virtual:alloy-api';

const pages = new Map(
  entries.flatMap((entry) =>
    entry.exports.map(({ name }) => [name, `?path=/docs/${idOf(entry)}--docs#${name}`] as const),
  ),
);

function idOf({ name }: Entry): string {
  const page = name.startsWith('alloy-react/locales/') ? 'alloy-react/locales' : name;
  return `reference-${page.replaceAll('/', '-')}`;
}

/** Where the reference speaks of it, or undefined for what is not of this package. */
export function pageOf(name: string): string | undefined {
  return pages.get(name);
}

export function entryOf(name: string): Entry {
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`There is no entry ${name}.`);
  return entry;
}

export function exportOf(name: string): Exported {
  const found = entries.flatMap((entry) => entry.exports).find((one) => one.name === name);
  if (!found) throw new Error(`Nothing of the name ${name} is exported.`);
  return found;
}
