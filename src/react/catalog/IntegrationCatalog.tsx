'use client';

import {
  useContext,
  useMemo,
  useRef,
  useState,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { Integration } from '../../core/integrations/integration';
import { CatalogCard } from './CatalogCard';
import { catalogLabels } from './labels';
import { withDefaults } from '../../shared/with-defaults';
import { CatalogSearch } from './CatalogSearch';
import { LabelsContext } from '../context';
import type { IntegrationButtonProps } from '../button/IntegrationButton';
import type { CatalogLabels } from '../labels';
import { createSearch } from './search';
import { useIntegrations } from '../hooks/useIntegrations';
import { useLatest } from '../internal/useLatest';
import { useProgressive } from './useProgressive';

/** What {@link IntegrationCatalog} takes. */
export interface IntegrationCatalogProps extends HTMLAttributes<HTMLElement> {
  /** Which integrations to show. @default all */
  filter?: ((integration: Integration) => boolean) | undefined;
  /** @default true */
  searchable?: boolean | undefined;
  /** For the modal of every button, such as `title`. */
  options?: IntegrationButtonProps['options'];
  /** Called when one of the buttons has connected, edited or updated an integration. */
  onSuccess?: ((integration: Integration) => void) | undefined;
  /** In place of the card of each integration. The list, the search and all other states stay. */
  renderItem?: ((integration: Integration) => ReactNode) | undefined;
  /** The words that differ, over those of the provider. */
  labels?: Partial<CatalogLabels> | undefined;
}

/**
 * All integrations of the user, searchable, with their state and a button each.
 *
 * As wide as its container, from a side panel of 240 px to a full page. Style it by the custom properties of
 * `alloy-react/styles.css` and the classes that begin with `alloy-catalog`; a card has `data-installed` and
 * `data-update-available`. Every native prop of a `<section>` works.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * <IntegrationCatalog onSuccess={({ name }) => toast(`${name} is connected`)} />
 * ```
 */
export function IntegrationCatalog({
  filter = all,
  searchable = true,
  options,
  onSuccess,
  renderItem,
  labels,
  className = '',
  ...native
}: IntegrationCatalogProps): ReactElement {
  const { status, integrations, refetch } = useIntegrations();
  const overrides = useContext(LabelsContext);
  const words = useMemo(
    () => withDefaults(catalogLabels, overrides?.catalog, labels),
    [overrides, labels],
  );
  const root = useRef<HTMLElement>(null);
  const [query, setQuery] = useState('');
  const succeed = useLatest(onSuccess);

  const offered = useMemo(() => integrations.filter(filter), [integrations, filter]);
  const search = useMemo(() => createSearch(offered), [offered]);
  const matches = useMemo(() => search(query), [search, query]);
  const shown = useProgressive(matches, idOf);

  // One element for what is seen and what is only heard: a live region has to be there before its text.
  const message =
    status !== 'success' || matches.length > 0
      ? null
      : offered.length > 0
        ? words.noMatch
        : words.empty;
  const announcement =
    status === 'loading' ? words.loading : query === '' ? '' : words.results(matches.length);

  function retry(): void {
    // Its button is about to go, and with it the focus of the keyboard.
    root.current?.focus();
    void refetch();
  }

  return (
    <section
      ref={root}
      tabIndex={-1}
      aria-busy={status === 'loading'}
      {...native}
      className={`alloy-catalog ${className}`.trimEnd()}
      data-state={status}
    >
      {searchable && (status === 'loading' || offered.length > 0) && (
        <CatalogSearch label={words.search} onSearch={setQuery} />
      )}
      <p role="status" className={message ? 'alloy-catalog-message' : 'alloy-visually-hidden'}>
        {message ?? announcement}
      </p>
      {status === 'loading' && <Skeletons />}
      {status === 'error' && (
        <div role="alert" className="alloy-catalog-message">
          <p>{words.error}</p>
          <button type="button" className="alloy-button" onClick={retry}>
            {words.retry}
          </button>
        </div>
      )}
      {shown.length > 0 && (
        // Without list markers, Safari takes it for a list only when told so.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles
        <ul role="list" className="alloy-catalog-list">
          {shown.map((integration) => (
            <li key={integration.integrationId} className="alloy-catalog-item">
              {renderItem ? (
                renderItem(integration)
              ) : (
                <CatalogCard
                  integration={integration}
                  options={options}
                  onSuccess={succeed}
                  words={words}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Skeletons(): ReactElement {
  return (
    <div className="alloy-catalog-list" aria-hidden="true">
      {Array.from({ length: SKELETONS }, (_, index) => (
        <div key={index} className="alloy-catalog-card alloy-catalog-skeleton">
          <div className="alloy-catalog-header">
            <span className="alloy-catalog-icon" />
            <span className="alloy-catalog-line" />
          </div>
          <span className="alloy-catalog-line" />
          <span className="alloy-catalog-line" />
        </div>
      ))}
    </div>
  );
}

const SKELETONS = 6;

function all(): true {
  return true;
}

function idOf({ integrationId }: Integration): string {
  return integrationId;
}
