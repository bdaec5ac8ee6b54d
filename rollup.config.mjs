import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
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
  'src/devtools/index.ts',
  ...readdirSync('src/locales').map((file) => `src/locales/${file}`),
];
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

/** @param {'esm' | 'cjs'} format */
function code(format) {
  return {
    input,
    external: isExternal,
    onwarn: failOnWarning,
    plugins: [
      nodeResolve({ extensions: ['.ts', '.tsx'] }),
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

export default async () => {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  copyFileSync('src/styles.css', 'dist/styles.css');
  mkdirSync('dist/docs');
  for (const [path, text] of Object.entries(await documentation())) {
    writeFileSync(`dist/${path}`, text);
  }
  return [code('esm'), code('cjs'), types('esm'), types('cjs')];
};
