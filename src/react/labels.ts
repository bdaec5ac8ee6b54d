'use client';

import type { ModalLabels } from '../core/contract/modal';
import type { AlloyError } from '../errors/alloy-error';

/** The words of the buttons. */
export interface ButtonLabels {
  /** @default "Connect" */
  idle: string;
  /** @default "Opening…" */
  loading: string;
  /** @default "Connecting…" */
  open: string;
  /** @default "Connected" */
  success: string;
  /** @default "Try again" */
  error: string;
  /** Why one should try again, for screen readers: no answer came. @default "No connection. Check your network." */
  offline: string;
  /** The same, for every other reason. @default "That did not work." */
  failed: string;
}

/** The words of the catalog. */
export interface CatalogLabels {
  /** Names the search field, and stands in it. @default "Search integrations" */
  search: string;
  /** @default "There are no integrations yet." */
  empty: string;
  /** @default "No integration matches your search." */
  noMatch: string;
  /** @default "Loading integrations…" */
  loading: string;
  /** @default "The integrations could not be loaded." */
  error: string;
  /** @default "Try again" */
  retry: string;
  /** @default "Installed" */
  installed: string;
  /** @default "Update available" */
  updateAvailable: string;
  /** On the button of one that is installed. @default "Manage" */
  manage: string;
  /** On the button of one with an update. @default "Update" */
  update: string;
  /**
   * Under a workflow's switch that did not work. A string stands behind the workflow's name.
   * @default a sentence with the workflow's name and the reason: "Order sync: That did not work. Alloy could not be reached. Please try again."
   */
  switchError: string | ((workflow: string, error: AlloyError) => string);
  /** What a screen reader hears after a search. @default "1 integration", "12 integrations" */
  results: (count: number) => string;
  /** Names the whole to screen readers. @default "Integrations" */
  title: string;
  /** The button that folds out the workflows beyond the first few. @default "Show all 12" */
  showAll: (count: number) => string;
  /** Folds them in again. @default "Show fewer" */
  showFewer: string;
  /** Offers to take an installed integration away, and does so. @default "Disconnect" */
  disconnect: string;
  /** Asks before that. @default "Disconnect Shopify?" */
  disconnectQuestion: (name: string) => string;
  /**
   * What will happen then.
   * @default "Its workflows stop and are taken away, with their settings. You can connect Shopify again at any time."
   */
  disconnectConsequence: (name: string) => string;
  /** Keeps it. @default "Cancel" */
  disconnectCancel: string;
  /** On the card's button meanwhile. @default "Disconnecting…" */
  disconnecting: string;
  /** What a screen reader hears afterwards. @default "Shopify is disconnected." */
  disconnected: (name: string) => string;
  /**
   * Where that did not work. A string stands behind the name.
   * @default a sentence with the name and the reason: "Shopify could not be disconnected. No answer came. Please try again."
   */
  disconnectError: string | ((name: string, error: AlloyError) => string);
}

/** Every word that a user can see or hear. */
export interface AlloyLabels {
  /** The words of the buttons. */
  button: ButtonLabels;
  /** The words of the catalog. */
  catalog: CatalogLabels;
  /** The words of the dialog around Alloy's page. */
  modal: ModalLabels;
}

/** The words that differ. One that is left out or undefined is as it was. */
export interface AlloyLabelOverrides {
  /** The words of the buttons. */
  button?: Partial<ButtonLabels> | undefined;
  /** The words of the catalog. */
  catalog?: Partial<CatalogLabels> | undefined;
  /** The words of the dialog around Alloy's page. */
  modal?: Partial<ModalLabels> | undefined;
}

export const buttonLabels: ButtonLabels = {
  idle: 'Connect',
  loading: 'Opening…',
  open: 'Connecting…',
  success: 'Connected',
  error: 'Try again',
  offline: 'No connection. Check your network.',
  failed: 'That did not work.',
};
