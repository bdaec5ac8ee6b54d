import type { ModalLabels } from '../core/modal-session';

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
  search: string;
  empty: string;
  noMatch: string;
  loading: string;
  error: string;
  retry: string;
  installed: string;
  updateAvailable: string;
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
