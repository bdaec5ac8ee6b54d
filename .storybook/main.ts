import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import type { Alias, UserConfig } from 'vite';
import remarkGfm from 'remark-gfm';
import { alloyBackend } from './alloy-backend.ts';
import { codeTitles } from './code-titles.ts';
import { docsData } from './docs-data.ts';

const { ALLOY_API_KEY, NODE_ENV, VITEST } = process.env;
/** `storybook build` says so before it reads this file. */
const IS_PUBLISHED = NODE_ENV === 'production';

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** The package by its own name, as a reader imports it: the examples are shown and run as they are. */
const PACKAGE = [
  { find: /^alloy-react$/, replacement: source('index.ts') },
  { find: /^alloy-react\/styles\.css$/, replacement: source('styles.css') },
  { find: /^alloy-react\/locales\/(\w+)$/, replacement: source('locales/$1.ts') },
  { find: /^alloy-react\/(server|testing|devtools)$/, replacement: source('$1/index.ts') },
];

/** Vite takes aliases as a list or as an object. */
function aliasesOf({ resolve }: UserConfig): Alias[] {
  const alias = resolve?.alias ?? [];
  return Array.isArray(alias)
    ? [...(alias as readonly Alias[])]
    : Object.entries(alias).map(([find, replacement]) => ({
        find,
        replacement: String(replacement),
      }));
}

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/Welcome.mdx', '../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    {
      name: '@storybook/addon-docs',
      // MDX alone knows no tables.
      options: {
        mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm, codeTitles] } },
      },
    },
    // For those who work on the library, not for those who read about it.
    ...(IS_PUBLISHED ? [] : ['@storybook/addon-a11y', '@storybook/addon-vitest']),
  ],
  // Packages that the tests use bring Storybooks of their own, which would be fetched and shown beside this one.
  refs: () => ({}),
  staticDirs: ['../stories/public'],
  features: {
    backgrounds: false,
    measure: false,
    outline: false,
    interactions: !IS_PUBLISHED,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
    experimentalSearchDocsHeadings: true,
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  /** What the stories talk to: a backend in the dev server, or, where there is none, a sandbox in the page. */
  env: (env = {}, { configType }) => ({
    ...env,
    STORYBOOK_ALLOY:
      configType !== 'DEVELOPMENT' || VITEST ? 'page' : ALLOY_API_KEY ? 'alloy' : 'sandbox',
  }),
  viteFinal: (config, { configType }) => ({
    ...config,
    // Otherwise light-dark() is rewritten for older browsers, and only follows a color-scheme that stands in a stylesheet.
    build: { ...config.build, cssTarget: ['chrome123', 'firefox125', 'safari18'] },
    resolve: { ...config.resolve, alias: [...aliasesOf(config), ...PACKAGE] },
    plugins: [
      ...(config.plugins ?? []),
      docsData(),
      ...(configType === 'DEVELOPMENT' && !VITEST ? [alloyBackend(ALLOY_API_KEY)] : []),
    ],
  }),
  typescript: {
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      include: ['src/**/*.tsx'],
      // What a component adds to its element, not what every element has.
      propFilter: ({ declarations = [] }) =>
        declarations.length === 0 ||
        declarations.some(({ fileName }) => !fileName.includes('node_modules')),
      shouldExtractLiteralValuesFromEnum: true,
    },
  },
};

export default config;
