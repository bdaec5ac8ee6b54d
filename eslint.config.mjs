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
 * @param {string[]} forbidden
 * @param {string} message
 */
function mayNotImport(folder, forbidden, message) {
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: forbidden.join('|'), message }] },
      ],
    },
  };
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
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict],
  },
  {
    files: ['src/**/*.{ts,tsx}', 'stories/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  ...storybook.configs['flat/recommended'],
  mayNotImport(
    'core',
    ['^react', '^\\.\\./(react|sdk|server|testing)/', '^alloy-frontend$'],
    'core knows no React, no SDK and no DOM but what it is handed.',
  ),
  mayNotImport(
    'sdk',
    ['^react', '^\\.\\./(react|server|testing)/'],
    'sdk imports the errors and the types of core alone.',
  ),
  mayNotImport(
    'react',
    ['^\\.\\./(server|testing)/', '^alloy-frontend$'],
    'react imports core and sdk alone; the SDK itself comes through sdk/load.',
  ),
  mayNotImport(
    'server',
    ['^react', '^\\.\\./(react|sdk|testing)/', '^\\.\\./core/(?!jwt)'],
    'server runs without React and DOM: errors and core/jwt alone.',
  ),
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', 'no-console': 'off' },
  },
);
