/**
 * What the code uses though a browser of the floor lacks it, because it does without where it is missing. Each has a
 * test with the feature taken away, in test/browser/floor.test.tsx.
 */
export const GUARDED = /** @type {const} */ ([
  { feature: 'api.Document.adoptedStyleSheets', within: 'src/sdk/' },
  { feature: 'css.properties.scrollbar-gutter', within: 'src/sdk/' },
  { feature: 'css.selectors.popover-open', within: 'src/sdk/' },
  { feature: 'css.types.color.light-dark', within: 'src/styles.css' },
]);

/** What styles.css uses for its own sake: nothing is missed where it is missing. */
export const HARMLESS = {
  'css.properties.-webkit-tap-highlight-color': 'only a browser that draws a highlight needs it',
  'css.properties.content-visibility': 'a long list is drawn at once, which takes longer',
  'css.properties.contain-intrinsic-block-size': 'belongs to content-visibility',
  'css.properties.cursor.not-allowed': 'iOS has no mouse, or draws its own pointer',
  'css.properties.cursor.pointer': 'iOS has no mouse, or draws its own pointer',
  'css.properties.cursor.progress': 'iOS has no mouse, or draws its own pointer',
  'css.properties.forced-color-adjust': 'only a browser with forced colours needs it',
  'css.properties.user-select': 'a double click on a button marks its label',
};
