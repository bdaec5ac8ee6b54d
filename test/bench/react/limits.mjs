/** @typedef {import('./report.mjs').Measured} Measured */

/**
 * How many times the reference, at most: above what was measured, by as much as a busy machine adds. A time alone would say nothing
 * of the next machine.
 *
 * @type {{ what: string, limit: number, of: (measured: Measured) => number }[]}
 */
const LIMITS = [
  buttons('mount', 3),
  buttons('update', 2.8),
  buttons('hydrate', 7),
  buttons('ssr', 11),
  catalog(500, 3.3),
  catalog(2_000, 2.8),
  catalog(5_000, 2.8),
  {
    what: 'new labels that say the same, beside the same labels',
    limit: 2.5,
    of: ({ labels }) =>
      (labels.get('inline')?.render ?? NaN) / (labels.get('stable')?.render ?? NaN),
  },
  {
    what: 'react-plaid-link on the first page, beside the button',
    limit: 2,
    of: ({ bundles }) =>
      (bundles.get('alloy-react: button') ?? NaN) /
      (bundles.get('react-plaid-link: hook and button') ?? NaN),
  },
];

/** @param {'mount' | 'update' | 'hydrate' | 'ssr'} work @param {number} limit */
function buttons(work, limit) {
  return {
    what: `${work} of a thousand buttons, beside plain ones`,
    limit,
    of: (/** @type {Measured} */ measured) =>
      (measured.buttons.get('ours')?.[work] ?? NaN) /
      (measured.buttons.get('plain')?.[work] ?? NaN),
  };
}

/** @param {number} size @param {number} limit */
function catalog(size, limit) {
  return {
    what: `a catalog of ${size}, beside a map over the answer`,
    limit,
    of: (/** @type {Measured} */ measured) => {
      const medians = measured.catalog.get(size);
      return (
        (medians?.get('catalog')?.cards ?? NaN) / (medians?.get('naive-catalog')?.cards ?? NaN)
      );
    },
  };
}

/**
 * What is above its limit. What could not be measured is, too.
 *
 * @param {Measured} measured
 */
export function faultsIn(measured) {
  return LIMITS.map(({ what, limit, of }) => ({ what, limit, ratio: of(measured) }))
    .filter(({ limit, ratio }) => !(ratio <= limit))
    .map(({ what, limit, ratio }) => `${what}: ${ratio.toFixed(2)}, and the limit is ${limit}`);
}
