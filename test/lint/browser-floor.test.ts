/** The browser floor of package.json holds: for the code by a lint rule, for styles.css here. */
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { cssFeatures } from '../../scripts/floor/css-features.mjs';
import { FLOOR, lackingBrowsers, lackingOf } from '../../scripts/floor/floor.mjs';
import { GUARDED, HARMLESS } from '../../scripts/floor/guarded.mjs';

const STYLES = 'src/styles.css';

// The first look reads the types of the whole house.
vi.setConfig({ testTimeout: 60_000 });

const eslint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId === 'house/browser-floor' });

/** In place of a file of the house, whose types the rule reads. */
async function complaintsAbout(code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: 'src/shared/pause.ts' });
  return result?.messages.map(({ message }) => message.split(' is missing')[0] ?? '') ?? [];
}

describe('the lint rule refuses', () => {
  test.each([
    ['a method', 'document.body.showPopover();', 'HTMLElement.showPopover'],
    ['a static method', 'export const x = AbortSignal.any([]);', 'AbortSignal.any_static'],
    ['a property', 'document.adoptedStyleSheets = [];', 'Document.adoptedStyleSheets'],
    ['a part of an object', 'export const { popover } = document.body;', 'HTMLElement.popover'],
    ['a constructor', 'export const x = new Highlight();', 'api.Highlight'],
    ['a global', 'void cookieStore.getAll();', 'Window.cookieStore'],
    ['a selector', "document.body.matches(':popover-open');", 'selectors.popover-open'],
    ['a rule', "new CSSStyleSheet().insertRule(':root { scrollbar-gutter: stable }');", 'gutter'],
    ['a style', "document.body.style.textWrap = 'balance';", 'properties.text-wrap'],
  ])('%s', async (_, code, feature) => {
    expect((await complaintsAbout(code)).join()).toContain(feature);
  });

  test('nothing that all browsers of the floor have', async () => {
    const code = 'export const x = structuredClone([1].at(-1)); document.body.closest("dialog");';
    expect(await complaintsAbout(code)).toEqual([]);
  });
});

test('styles.css uses nothing that a browser of the floor lacks, but for what is listed', () => {
  const listed = new Set<string>([
    ...GUARDED.filter(({ within }) => within === STYLES).map(({ feature }) => feature),
    ...Object.keys(HARMLESS),
  ]);
  const features = cssFeatures(readFileSync(STYLES, 'utf8'));
  const lacking = lackingOf(features.keys())
    .filter(({ feature }) => !listed.has(feature))
    .map((each) => ({ ...each, line: features.get(each.feature) }));
  expect(lacking).toEqual([]);
});

test('the CSS check finds properties, values, functions, at-rules and selectors', () => {
  const css = `@starting-style { a { color: red } }
    a:popover-open { text-wrap: balance; width: calc-size(auto, size); color: light-dark(red, red) }`;
  const lacking = lackingOf(cssFeatures(css).keys());
  expect(lacking.map(({ feature }) => feature)).toEqual([
    'css.at-rules.starting-style',
    'css.selectors.popover-open',
    'css.properties.text-wrap',
    'css.types.calc-size',
    'css.types.color.light-dark',
  ]);
});

test('what is listed as guarded is missing in a browser of the floor', () => {
  for (const { feature } of GUARDED) expect(lackingBrowsers(feature), feature).not.toEqual([]);
});

test('README and guide name the floor', () => {
  const names: Record<string, string> = {
    chrome: 'Chrome',
    edge: 'Edge',
    firefox: 'Firefox',
    safari: 'Safari',
    ios_saf: 'iOS',
  };
  for (const page of ['README.md', 'stories/guides/Browsers.mdx']) {
    const text = readFileSync(page, 'utf8');
    for (const { browser, version } of FLOOR) {
      expect(text, page).toContain(`${names[browser]} ${version}`);
    }
  }
});
