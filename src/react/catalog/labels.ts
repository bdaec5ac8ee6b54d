'use client';

import type { CatalogLabels } from '../labels';

/** Apart from the button's, which every app has in its first bundle. */
const catalogLabels: CatalogWords = {
  search: 'Search integrations',
  empty: 'There are no integrations yet.',
  noMatch: 'No integration matches your search.',
  loading: 'Loading integrations…',
  error: 'The integrations could not be loaded.',
  retry: 'Try again',
  installed: 'Installed',
  updateAvailable: 'Update available',
  update: 'Update',
  switchError: 'That did not work. Please try again.',
  results: (count) => (count === 1 ? '1 integration' : `${count} integrations`),
};

/** All labels of the catalog, with none left out. */
export type CatalogWords = {
  [Name in keyof Required<CatalogLabels>]: NonNullable<CatalogLabels[Name]>;
};

/** The labels of the provider over the defaults, and the component's own over both. */
export function catalogWords(...overrides: (Partial<CatalogLabels> | undefined)[]): CatalogWords {
  const given = overrides.flatMap((labels) =>
    Object.entries(labels ?? {}).filter(([, label]) => label !== undefined),
  );
  return { ...catalogLabels, ...(Object.fromEntries(given) as Partial<CatalogWords>) };
}
