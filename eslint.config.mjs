import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import storybook from 'eslint-plugin-storybook';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { browserFloor } from './scripts/floor/eslint-rule.mjs';
import { GUARDED } from './scripts/floor/guarded.mjs';

/** Each room of src/, with the rooms that it may import. `testing` may import all. */
const MAY_IMPORT = {
  errors: [],
  shared: ['errors'],
  core: ['shared', 'errors'],
  sdk: ['shared', 'errors'],
  browser: ['sdk', 'core', 'shared', 'errors'],
  react: ['browser', 'core', 'shared', 'errors'],
  locales: [],
  devtools: ['react', 'core', 'errors'],
  server: ['shared', 'errors'],
};
const ROOMS = [...Object.keys(MAY_IMPORT), 'testing'];
const REACT = '^react(-dom)?(/|$)|^@tanstack/react';
const SDK = '^alloy-frontend$';

/** Under Jest, AbortController may be Node's (jest-fixed-jsdom), and jsdom's addEventListener takes only its own. */
const LISTENER_WITH_SIGNAL = {
  selector:
    "CallExpression[callee.property.name='addEventListener'] > ObjectExpression.arguments > Property[key.name='signal']",
  message: 'jsdom refuses the AbortSignal of Node: use removeEventListener.',
};

/**
 * Keeps the imports of one room going one way, from however deep a folder.
 *
 * @param {keyof typeof MAY_IMPORT} room
 * @param {string} message
 * @param {string[]} packages regular expressions of the packages that it may not import
 * @param {string[]} typesOnly rooms that it may import types from, and nothing else
 */
function oneWay(room, message, packages, typesOnly = []) {
  const known = [room, ...MAY_IMPORT[room], ...typesOnly];
  const forbidden = [leadsTo(ROOMS.filter((name) => !known.includes(name))), ...packages];
  const patterns = [{ regex: forbidden.join('|'), message }];
  if (typesOnly.length > 0) {
    patterns.push({ regex: leadsTo(typesOnly), message, allowTypeImports: true });
  }
  // The rule for imports does not see `import()`. A selector's regular expression cannot hold a slash as such.
  const dynamic = patterns
    .map(({ regex }) => regex)
    .join('|')
    .replaceAll('/', String.raw`\u002F`);
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression > Literal[value=/${dynamic}/]`, message },
        ...(room === 'server' ? [] : [LISTENER_WITH_SIGNAL]),
      ],
    },
  };
}

/** @param {string[]} rooms */
function leadsTo(rooms) {
  return String.raw`^(\.\./)+(${rooms.join('|')})(/|$)`;
}

export default tseslint.config(
  {
    ignores: ['dist/', 'storybook-static/', 'coverage/', 'temp/', 'test/apps/', '**/.next/'],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // install() never rejects, so that it can stand in an onClick as it is.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Objects come from factories here; no method of ours reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  {
    // What runs in browsers.
    files: ['src/{browser,core,errors,react,sdk,shared}/**/*.{ts,tsx}', 'src/index.ts'],
    plugins: { house: { rules: { 'browser-floor': browserFloor } } },
    rules: { 'house/browser-floor': ['error', GUARDED] },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict],
  },
  {
    files: ['src/**/*.{ts,tsx}', 'stories/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  ...storybook.configs['flat/recommended'],
  oneWay('errors', 'errors imports nothing of the house.', [REACT, SDK]),
  oneWay('shared', 'shared runs anywhere: it imports the errors alone.', [REACT, SDK]),
  oneWay('core', 'core knows no React and no SDK: what it needs of them it is handed.', [
    REACT,
    SDK,
  ]),
  oneWay('sdk', 'sdk imports shared, the errors, and types of core.', [REACT], ['core']),
  oneWay('browser', 'browser puts core and sdk together; the SDK itself comes through sdk/load.', [
    REACT,
    SDK,
  ]),
  oneWay('react', 'react imports browser and core; the SDK itself comes through sdk/load.', [SDK]),
  oneWay(
    'locales',
    'A locale holds words, and imports types alone.',
    [REACT, SDK],
    ['react', 'errors'],
  ),
  oneWay('devtools', 'devtools imports react and core.', [SDK]),
  oneWay('server', 'server runs without React and DOM: it imports shared and the errors.', [
    REACT,
    SDK,
  ]),
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'navigator', 'localStorage', 'setTimeout', 'setInterval'].map(
          (name) => ({
            name,
            message: 'core is handed its page (page.ts) and its time (clock.ts).',
          }),
        ),
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/server/**', 'src/shared/throw-if-aborted.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          property: 'throwIfAborted',
          message: 'The jsdom of Jest 29 lacks it: use shared/throw-if-aborted.',
        },
      ],
    },
  },
  {
    files: ['src/testing/{fake,sandbox}/**/*.{ts,tsx}'],
    ignores: ['src/testing/sandbox/token.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Response', 'Request', 'Headers', 'ReadableStream', 'TextEncoder', 'TextDecoder'].map(
          (name) => ({
            name,
            message: 'jest-environment-jsdom lacks it: see sandbox/answer.ts and request.ts.',
          }),
        ),
      ],
    },
  },
  {
    files: ['src/testing/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', 'no-console': 'off' },
  },
);
