import type { ModalLabels, ModalOptions } from '../../core/contract/modal';
import { withDefaults, type Overrides } from '../../shared/with-defaults';

const defaults: ModalLabels = {
  title: 'Connect an app',
  close: 'Close',
  unreachable: 'This page could not be loaded.',
  retry: 'Try again',
};

/** Every word around Alloy's page. The dialog has the title that the host gave it, or the name of what it is about. */
export function modalLabels(
  { title, name }: ModalOptions,
  overrides?: Overrides<ModalLabels>,
): ModalLabels {
  const words = withDefaults(defaults, overrides);
  return { ...words, title: [title, name].find((text) => text?.trim()) ?? words.title };
}
