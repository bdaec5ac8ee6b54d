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
  disconnecting: 'Disconnecting…',
  disconnect: 'Disconnect',
  disconnectQuestion: (name) => `Disconnect ${name}?`,
  disconnectConsequence: (name) =>
    `Its workflows stop and are taken away, with their settings. You can connect ${name} again at any time.`,
  disconnectCancel: 'Cancel',
  disconnected: (name) => `${name} is disconnected.`,
  disconnectError: (name, error) =>
    `${name} could not be disconnected. ${disconnectReason(error)} Please try again.`,
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return 'It is not allowed.';
  return status === undefined ? 'Alloy could not be reached.' : 'Alloy refused it.';
}

function disconnectReason({ code, status }: AlloyError): string {
  if (code === 'disconnect/unauthorized') return 'It is not allowed, or you are signed out.';
  return status === undefined ? 'No answer came.' : 'The request was refused.';
}
