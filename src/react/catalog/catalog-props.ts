import type { HTMLAttributes, ReactNode, Ref } from 'react';
import type { Integration } from '../../core/integrations/integration';
import type { AlloyError } from '../../errors/alloy-error';
import type { IntegrationButtonProps } from '../button/IntegrationButton';
import type { CatalogLabels } from '../labels';

/** What {@link IntegrationCatalog} takes. */
export interface IntegrationCatalogProps extends Omit<
  HTMLAttributes<HTMLElement>,
  'children' | 'onError'
> {
  /**
   * Which integrations to show. One whose modal is open, or that is being disconnected, stays until that ends.
   * @default all
   */
  filter?: ((integration: Integration) => boolean) | undefined;
  /** @default true */
  searchable?: boolean | undefined;
  /** For the modal of every button, such as `title`. */
  options?: IntegrationButtonProps['options'];
  /**
   * Called when one of the buttons has connected, edited or updated an integration, with what Alloy says of it afterwards.
   * Waits for that a second and a half at most.
   */
  onSuccess?: ((integration: Integration) => void) | undefined;
  /** Called with what the catalog shows as failed: the list, a switch, a disconnect, or the modal of a button. */
  onError?: ((error: AlloyError) => void) | undefined;
  /**
   * In place of the card of each integration; null leaves it out. The list, the search and all other states stay. Nothing
   * inside is styled.
   */
  renderItem?: ((integration: Integration) => ReactNode) | undefined;
  /** Of the cards' names. @default 3 */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** The words that differ, over those of the provider. */
  labels?: Partial<CatalogLabels> | undefined;
  /** The `<section>`. */
  ref?: Ref<HTMLElement> | undefined;
}
