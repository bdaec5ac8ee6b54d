import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import dts from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import preserveDirectives from 'rollup-preserve-directives';
import { documentation } from './scripts/docs/markdown.mjs';
import packageJson from './package.json' with { type: 'json' };
import { FLOOR } from './scripts/floor/floor.mjs';

const input = [
  'src/index.ts',
  'src/server/index.ts',
  'src/testing/index.ts',
  'src/testing/playwright/index.ts',
  'src/testing/msw/index.ts',
  'src/devtools/index.ts',
  ...readdirSync('src/locales').map((file) => `src/locales/${file}`),
];
/** Run by Node alone, which needs it in one format. */
const BIN = 'src/testing/cli/alloy-react.ts';
const packages = [
  ...Object.keys(packageJson.dependencies),
  ...Object.keys(packageJson.peerDependencies),
];

/** The browsers of package.json, as esbuild calls them. */
const target = FLOOR.map(
  ({ browser, version }) => `${browser === 'ios_saf' ? 'ios' : browser}${version}`,
);

/** @param {string} id */
function isExternal(id) {
  return (
    id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`))
  );
}

/** @type {import('rollup').RollupOptions['onwarn']} */
function failOnWarning(warning) {
  // rollup-preserve-directives puts back what this warning says is lost.
  if (warning.code === 'MODULE_LEVEL_DIRECTIVE') return;
  throw new Error(`${warning.code}: ${warning.message}`);
}

/** @param {string | null} path */
function toPosix(path) {
  return (path ?? '').replaceAll('\\', '/');
}

/**
 * A page without a bundler has no `process`, or an element with that id in its place. Bundlers fold this form as they fold the
 * plain one; esbuild keeps a comparison with 'undefined' in the bundle.
 */
function guardProcess() {
  return replace({
    preventAssignment: true,
    delimiters: ['', ''],
    values: {
      "process.env.NODE_ENV === 'production'":
        "(typeof process !== 'object' || process.env?.NODE_ENV === 'production')",
      "process.env.NODE_ENV !== 'production'":
        "(typeof process === 'object' && process.env?.NODE_ENV !== 'production')",
    },
  });
}

/** @param {'esm' | 'cjs'} format */
function code(format) {
  return {
    input: format === 'esm' ? [...input, BIN] : input,
    external: isExternal,
    onwarn: failOnWarning,
    plugins: [
      nodeResolve({ extensions: ['.ts', '.tsx'] }),
      guardProcess(),
      // `tsconfig: false`: with one, esbuild writes 'use strict' above 'use client'.
      esbuild({
        tsconfig: false,
        target,
        // All of them know \p{L}; esbuild waits for the newest scripts of the world.
        supported: { 'regexp-unicode-property-escapes': true },
        jsx: 'automatic',
      }),
      preserveDirectives(),
    ],
    output: {
      dir: `dist/${format}`,
      format,
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
      sourcemap: true,
      sourcemapExcludeSources: false,
      interop: 'auto',
      // Jest cannot run a native import() without a flag of Node's; require() keeps the chunk as lazy.
      dynamicImportInCjs: false,
    },
  };
}

/** @param {'esm' | 'cjs'} format */
function types(format) {
  return {
    input,
    external: isExternal,
    onwarn: failOnWarning,
    plugins: [dts()],
    output: {
      dir: `dist/${format}`,
      format: 'es',
      entryFileNames: ({ facadeModuleId }) => {
        const [, entry = 'index'] = /src\/(.+)\.ts$/.exec(toPosix(facadeModuleId)) ?? [];
        return `${entry}.d.${format === 'cjs' ? 'cts' : 'ts'}`;
      },
      chunkFileNames: `shared/[name].d.${format === 'cjs' ? 'cts' : 'ts'}`,
    },
  };
}

/**
 * For what does not read "exports" (moduleResolution node10, Parcel as it comes, webpack 4): a folder with a package.json
 * where each subpath says it is, and the stylesheet.
 */
function writeStubs() {
  copyFileSync('src/styles.css', 'styles.css');
  for (const [subpath, target] of Object.entries(packageJson.exports)) {
    if (subpath === '.' || typeof target === 'string') continue;
    const from = (/** @type {string} */ file) => relative(subpath, file);
    const stub = {
      main: from(target.require.default),
      module: from(target.import.default),
      types: from(target.require.types),
      sideEffects: false,
    };
    mkdirSync(subpath, { recursive: true });
    writeFileSync(`${subpath}/package.json`, `${JSON.stringify(stub, null, 2)}\n`);
  }
}

export default async () => {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  copyFileSync('src/styles.css', 'dist/styles.css');
  mkdirSync('dist/docs');
  for (const [path, text] of Object.entries(await documentation())) {
    writeFileSync(`dist/${path}`, text);
  }
  writeStubs();
  return [code('esm'), code('cjs'), types('esm'), types('cjs')];
};
