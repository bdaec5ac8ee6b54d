'use client';

import type { ModalLabels } from '../core/contract/modal';

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
}

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
  /** On the button of one with an update. @default "Update" */
  update?: string | undefined;
  /** Under a workflow's switch that Alloy refused. @default "That did not work. Please try again." */
  switchError?: string | undefined;
  /** What a screen reader hears after a search. @default "1 integration", "12 integrations" */
  results?: ((count: number) => string) | undefined;
}

/** Every word that a user can see or hear. */
export interface AlloyLabels {
  button: ButtonLabels;
  catalog: CatalogLabels;
  modal: ModalLabels;
}

export interface AlloyLabelOverrides {
  button?: Partial<ButtonLabels> | undefined;
  catalog?: Partial<CatalogLabels> | undefined;
  modal?: Partial<AlloyLabels['modal']> | undefined;
}

export const buttonLabels: ButtonLabels = {
  idle: 'Connect',
  loading: 'Opening…',
  open: 'Connecting…',
  success: 'Connected',
  error: 'Try again',
};
