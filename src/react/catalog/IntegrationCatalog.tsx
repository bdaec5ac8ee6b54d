'use client';

import {
  forwardRef,
  useContext,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { withDefaults } from '../../shared/with-defaults';
import { CatalogCard } from './CatalogCard';
import { CatalogSearch } from './search/CatalogSearch';
import { CatalogSkeletons } from './CatalogSkeletons';
import { PropsContext, useAlloyCore } from '../context';
import type { IntegrationCatalogProps } from './catalog-props';
import { catalogLabels } from './labels';
import { useAlloyData } from '../internal/useAlloyData';
import { useCatalogCallbacks } from './useCatalogCallbacks';
import { useCatalogItems } from './useCatalogItems';
import { useFocusRescue } from './useFocusRescue';
import { useIntegrationList } from '../internal/useIntegrationList';
import { useProgressive } from './useProgressive';
import { useSearchText } from './search/useSearchText';
import { useStable } from '../internal/useStable';

/** From this many on, only those in view are drawn. */
const MANY = 61;
const WHERE = '<IntegrationCatalog>';

/**
 * All integrations of the user, searchable, with their state and a button each.
 *
 * As wide as its container, from a side panel of 240 px to a full page. Style it by the custom properties of
 * `alloy-react/styles.css` and the classes that begin with `alloy-catalog`; a card has `data-installed` and
 * `data-update-available`. Every native prop of a `<section>` works, but for `children` and `data-state`.
 *
 * @throws AlloyError "provider/missing" outside AlloyProvider
 * @example
 * ```tsx
 * <IntegrationCatalog onSuccess={({ name }) => toast(`${name} is connected`)} />
 * ```
 */
export const IntegrationCatalog = forwardRef<HTMLElement, Omit<IntegrationCatalogProps, 'ref'>>(
  function IntegrationCatalog(
    {
      filter,
      searchable = true,
      options,
      onSuccess,
      onError,
      renderItem,
      headingLevel = 3,
      labels,
      className = '',
      onFocus,
      onBlur,
      ...native
    },
    ref,
  ): ReactElement {
    const data = useAlloyData(WHERE);
    const [{ status, error, refetch }, integrations] = useIntegrationList(WHERE);
    const { text, query, count, setText } = useSearchText(useAlloyCore(WHERE));
    const props = useContext(PropsContext);
    const overrides = useStable(props.labels?.catalog);
    const canDisconnect = Boolean(props.disconnectUrl);
    const own = useStable(labels);
    const words = useMemo(() => withDefaults(catalogLabels, overrides, own), [overrides, own]);
    const stableOptions = useStable(options);

    const root = useRef<HTMLElement>(null);
    useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => root.current, []);
    const { follow, rescue } = useFocusRescue(root);

    const { succeed, tellError } = useCatalogCallbacks(data, error, { onSuccess, onError });
    const [said, say] = useState('');

    const { isEmpty, matches } = useCatalogItems(
      data,
      integrations,
      filter,
      searchable ? query : '',
    );
    const items = useMemo(
      () =>
        renderItem
          ? matches
              .map((item) => ({ ...item, node: renderItem(item.integration) }))
              .filter(({ node }) => !isNothing(node))
          : matches.map((item) => ({ ...item, node: undefined })),
      [matches, renderItem],
    );
    const shown = useProgressive(items);

    function retry(): void {
      // Its button is about to go.
      rescue();
      void refetch();
    }

    // One element for what is seen and what is only heard: a live region has to be there before its text.
    const message =
      status !== 'success' || items.length > 0 ? null : isEmpty ? words.empty : words.noMatch;
    const spoken =
      message ??
      (status === 'loading'
        ? words.loading
        : status === 'success'
          ? words.results(items.length)
          : '');

    return (
      // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only follows where the focus is
      <section
        ref={root}
        aria-label={native['aria-labelledby'] === undefined ? words.title : undefined}
        aria-busy={status === 'loading'}
        {...native}
        onFocus={(event) => {
          follow(event);
          onFocus?.(event);
        }}
        onBlur={(event) => {
          follow(event);
          onBlur?.(event);
        }}
        className={`alloy-catalog ${className}`.trimEnd()}
        data-state={status}
      >
        {searchable && (status === 'loading' || !isEmpty || text !== '') && (
          <CatalogSearch label={words.search} text={text} onChange={setText} />
        )}
        <p role="status" className={message ? 'alloy-catalog-message' : 'alloy-visually-hidden'}>
          {/* The same words after another search are no change, and would not be heard. */}
          {spoken + (count % 2 === 1 && spoken !== '' ? '\u00a0' : '')}
        </p>
        {canDisconnect && (
          <p role="status" className="alloy-visually-hidden">
            {said}
          </p>
        )}
        {status === 'loading' && <CatalogSkeletons />}
        {status === 'error' && (
          <div role="alert" className="alloy-catalog-message">
            <p className="alloy-catalog-text">{words.error}</p>
            <button type="button" className="alloy-button" onClick={retry}>
              {words.retry}
            </button>
          </div>
        )}
        {shown.length > 0 && (
          // Without list markers, Safari takes it for a list only when told so.
          // eslint-disable-next-line jsx-a11y/no-redundant-roles
          <ul
            role="list"
            className="alloy-catalog-list"
            data-many={items.length >= MANY || undefined}
          >
            {shown.map(({ key, integration, isLeaving, node }) => (
              <li key={key} className="alloy-catalog-item">
                {node ?? (
                  <CatalogCard
                    integration={integration}
                    isLeaving={isLeaving}
                    headingLevel={headingLevel}
                    options={stableOptions}
                    onSuccess={succeed}
                    onError={tellError}
                    canDisconnect={canDisconnect}
                    say={say}
                    words={words}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  },
);

/** What React renders as nothing: it would be an empty cell, which a search counts. */
function isNothing(node: ReactNode): boolean {
  return node === null || node === undefined || typeof node === 'boolean' || node === '';
}
