'use client';

import type { AlloyError } from '../../errors/alloy-error';
import type { CatalogLabels } from '../labels';

/** Apart from the button's, which every app has in its first bundle. */
export const catalogLabels: CatalogLabels = {
  title: 'Integrations',
  search: 'Search integrations',
  empty: 'There are no integrations yet.',
  noMatch: 'No integration matches your search.',
  loading: 'Loading integrations…',
  error: 'The integrations could not be loaded.',
  retry: 'Try again',
  installed: 'Installed',
  updateAvailable: 'Update available',
  manage: 'Manage',
  update: 'Update',
  switchError: (workflow, error) =>
    `${workflow}: That did not work. ${reason(error)} Please try again.`,
  results: (count) => (count === 1 ? '1 integration' : `${count} integrations`),
  showAll: (count) => `Show all ${count}`,
  showFewer: 'Show fewer',
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return 'It is not allowed.';
  return status === undefined ? 'Alloy could not be reached.' : 'Alloy refused it.';
}
