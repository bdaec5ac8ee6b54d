import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import storybook from 'eslint-plugin-storybook';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The one way through the house: `react > core, sdk`; `sdk > core's types, errors`; `core > errors`;
 * `server > errors, jwt`; `testing > all`.
 *
 * @param {string} folder
 * @param {string} message
 * @param {string[]} forbidden
 * @param {string[]} typesOnly what it may import types from, and nothing else
 */
function mayNotImport(folder, message, forbidden, typesOnly = []) {
  const patterns = [{ regex: forbidden.join('|'), message }];
  if (typesOnly.length > 0) {
    patterns.push({ regex: typesOnly.join('|'), message, allowTypeImports: true });
  }
  // The rule for imports does not see `import()`. A selector's regular expression cannot hold a slash as such.
  const dynamic = [...forbidden, ...typesOnly].join('|').replaceAll('/', String.raw`\u002F`);
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression > Literal[value=/${dynamic}/]`, message },
      ],
    },
  };
}

const REACT = '^react|^@tanstack/react';

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
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict],
  },
  {
    files: ['src/**/*.{ts,tsx}', 'stories/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  ...storybook.configs['flat/recommended'],
  mayNotImport('core', 'core knows no React and no SDK: what it needs of them it is handed.', [
    REACT,
    '^\\.\\./(react|sdk|server|testing)(/|$)',
    '^alloy-frontend$',
  ]),
  mayNotImport(
    'sdk',
    'sdk imports the errors, and of core the types alone.',
    [REACT, '^\\.\\./(react|server|testing)(/|$)'],
    ['^\\.\\./core/'],
  ),
  mayNotImport(
    'react',
    'react imports core and sdk alone; the SDK itself comes through sdk/load.',
    ['^\\.\\./(server|testing)(/|$)', '^alloy-frontend$'],
  ),
  mayNotImport('server', 'server runs without React and DOM, on the errors and core/jwt alone.', [
    REACT,
    '^\\.\\./(react|sdk|testing)(/|$)',
    '^\\.\\./core/(?!jwt$)',
  ]),
  {
    files: ['src/core/**/*.ts'],
    ignores: ['src/core/clock.ts', 'src/core/page.ts'],
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
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', 'no-console': 'off' },
  },
);
