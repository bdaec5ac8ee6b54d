import type { ModalLabels, ModalOptions } from '../../core/contract/modal';
import { withDefaults, type Overrides } from '../../shared/with-defaults';

const defaults: ModalLabels = {
  title: 'Connect an app',
  close: 'Close',
  unreachable: 'This page could not be loaded.',
  retry: 'Try again',
};

/** Every word around Alloy's page. */
export function modalLabels(
  { title }: ModalOptions,
  overrides?: Overrides<ModalLabels>,
): ModalLabels {
  return withDefaults(defaults, overrides, title?.trim() ? { title } : undefined);
}
