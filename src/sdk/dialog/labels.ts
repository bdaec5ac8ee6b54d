import type { ModalLabels, ModalOptions } from '../../core/contract/modal';

/** Every word around Alloy's page. */
export type ModalWords = ModalLabels;

export function modalWords({ title }: ModalOptions, labels: Partial<ModalLabels> = {}): ModalWords {
  const {
    title: fallback = 'Connect an app',
    close = 'Close',
    unreachable = 'This page could not be loaded.',
    retry = 'Try again',
  } = labels;
  return { title: title?.trim() ? title : fallback, close, unreachable, retry };
}
