import { build as esbuild } from 'esbuild';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as vite } from 'vite';

const LIBRARY = resolve('dist/esm/index.js');
const ENTRY = 'app.js';

/**
 * What an app gets of the library by esbuild with code splitting, on its first page and later: gzip -9, in bytes.
 *
 * @param {string[]} names what the app imports
 */
export async function measureWithEsbuild(names) {
  const { metafile, outputFiles } = await esbuild({
    stdin: {
      contents: `export { ${names.join(', ')} } from ${JSON.stringify(LIBRARY)}`,
      resolveDir: process.cwd(),
    },
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom'],
    metafile: true,
    write: false,
  });
  const chunks = Object.entries(metafile.outputs).map(([path, { imports }]) => ({
    path,
    code: outputFiles.find((file) => file.path === resolve(path))?.text ?? '',
    imports: imports
      .filter(({ kind, external }) => kind === 'import-statement' && !external)
      .map((next) => next.path),
  }));
  return sizes(chunks, 'out/stdin.js');
}

/**
 * By how much the first page of a Vite app of React grows when it uses the library: gzip -9, in bytes.
 *
 * @param {string[]} names what the app imports
 */
export async function measureWithVite(names) {
  return (await viteApp(names)).first - (await viteApp([])).first;
}

/** @param {string[]} names */
async function viteApp(names) {
  const output = await vite({
    configFile: false,
    root: resolve('scripts/size'),
    logLevel: 'error',
    mode: 'production',
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === ENTRY ? resolve('scripts/size', ENTRY) : null),
        load: (id) => (id === resolve('scripts/size', ENTRY) ? sourceOf(names) : null),
      },
    ],
    build: { write: false, reportCompressedSize: false, rollupOptions: { input: ENTRY } },
  });
  const chunks = [output]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
  return sizes(
    chunks.map(({ fileName, code, imports }) => ({ path: fileName, code, imports })),
    entry,
  );
}

/** @param {string[]} names */
function sourceOf(names) {
  const list = names.join(', ');
  return `
    import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    ${list && `import { ${list} } from ${JSON.stringify(LIBRARY)};`}
    createRoot(document.body).render([${list}].map((part) => createElement(part, { key: part.name })));
  `;
}

/**
 * First come the entry and the chunks that it imports statically, and so on. Each chunk is compressed by itself.
 *
 * @param {{ path: string, code: string, imports: string[] }[]} chunks
 * @param {string} entry
 */
function sizes(chunks, entry) {
  const first = new Set([entry]);
  for (const path of first) {
    for (const next of chunks.find((chunk) => chunk.path === path)?.imports ?? []) first.add(next);
  }
  const size = { first: 0, later: 0 };
  for (const { path, code } of chunks) {
    size[first.has(path) ? 'first' : 'later'] += gzipSync(code, { level: 9 }).length;
  }
  return size;
}
