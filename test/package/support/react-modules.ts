import { createRequire } from 'node:module';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** React as ES modules, as a CDN serves it: each entry and the chunks that they share, by file name. */
export async function reactModules(entries: Record<string, string>): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: entries,
    plugins: [
      {
        name: 'names of CommonJS',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^react/ }, ({ kind, path }) =>
            kind === 'entry-point' ? { path, namespace: 'entry' } : null,
          );
          onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => {
            const names = Object.keys(require(path) as object).join(', ');
            return {
              contents: `import all from '${path}'; export default all; export const { ${names} } = all;`,
              resolveDir: process.cwd(),
            };
          });
        },
      },
    ],
    bundle: true,
    splitting: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: '/',
    write: false,
  });
  // From the root, so that entries in different folders find one copy.
  const fromRoot = (text: string): string => text.replaceAll('"./chunk-', '"/chunk-');
  return new Map(
    outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), fromRoot(text)]),
  );
}
