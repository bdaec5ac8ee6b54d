/** Leaves out what is fetched later: the lazily imported engine and Alloy's SDK. */
const withoutLazyImports = {
  name: 'without-lazy-imports',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** @param {import('esbuild').BuildOptions} options */
function modifyEsbuildConfig(options) {
  return { ...options, format: 'esm', plugins: [withoutLazyImports] };
}

/** @type {import('size-limit').SizeLimitConfig} */
export default [
  {
    name: 'first bundle: provider, hook and button',
    path: 'dist/esm/index.js',
    import: '{ AlloyProvider, useAlloyInstall, IntegrationButton }',
    limit: '3.4 kB',
  },
  {
    name: 'fetched beside the first token: the engine',
    path: 'dist/esm/browser/engine.js',
    import: '{ createEngine }',
    limit: '11 kB',
  },
].map((check) => ({ ...check, gzip: true, ignore: ['react', 'react-dom'], modifyEsbuildConfig }));
