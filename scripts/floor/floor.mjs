/**
 * The oldest browsers that the package is made for, by `browserslist` of package.json, and what MDN's data says of
 * them.
 */
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };

/** The names of MDN's data for those of browserslist. */
const MDN_NAMES = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
};

/** @typedef {keyof typeof MDN_NAMES} Browser */

/** @type {{ browser: Browser, version: number }[]} */
export const FLOOR = packageJson.browserslist.map((line) => {
  const [browser = '', version] = line.split(' >= ');
  if (!(browser in MDN_NAMES))
    throw new Error(`browserslist: "${line}" is not "<browser> >= <version>".`);
  return { browser: /** @type {Browser} */ (browser), version: Number(version) };
});

/**
 * The browsers of the floor that lack a feature; none for what the data does not know.
 *
 * @param {string} path in MDN's data, such as `api.Document.adoptedStyleSheets`
 * @returns {string[]} such as "safari 16"
 */
export function lackingBrowsers(path) {
  const support = compatOf(path)?.support;
  if (!support) return [];
  return FLOOR.flatMap(({ browser, version }) => {
    const since = sinceWhen(support[MDN_NAMES[browser]]);
    return since > version ? [`${browser} ${version}`] : [];
  });
}

/**
 * Those of the features that a browser of the floor lacks. A value is not told of where its property is.
 *
 * @param {Iterable<string>} features paths in MDN's data
 * @returns {{ feature: string, browsers: string[] }[]}
 */
export function lackingOf(features) {
  const lacking = [...features]
    .map((feature) => ({ feature, browsers: lackingBrowsers(feature) }))
    .filter(({ browsers }) => browsers.length > 0);
  const names = new Set(lacking.map(({ feature }) => feature));
  return lacking.filter(({ feature }) => !names.has(feature.slice(0, feature.lastIndexOf('.'))));
}

/** @param {string} path */
export function isKnown(path) {
  return compatOf(path) !== undefined;
}

/** @param {string} path */
function compatOf(path) {
  /** @type {any} */
  let at = bcd;
  for (const name of path.split('.')) at = Object.hasOwn(at ?? {}, name) ? at[name] : undefined;
  return at?.__compat;
}

/** @param {import('@mdn/browser-compat-data').SupportStatement | undefined} statement */
function sinceWhen(statement) {
  if (!statement) return 0;
  const versions = [statement]
    .flat()
    .filter(({ flags, prefix, alternative_name, version_removed, partial_implementation }) => {
      // What was there in part and then in whole ends where the whole begins.
      const isGone = version_removed && !partial_implementation;
      return !flags && !prefix && !alternative_name && !isGone;
    })
    .map(({ version_added }) => {
      if (version_added === false || version_added === 'preview' || version_added === null)
        return Infinity;
      return Number.parseFloat(String(version_added).replace('≤', ''));
    });
  return versions.length > 0 ? Math.min(...versions) : Infinity;
}
