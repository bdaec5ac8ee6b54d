import { build, type Metafile, type OutputFile } from 'esbuild';
import { inject } from 'vitest';

export interface SplitBundle {
  metafile: Metafile;
  outputFiles: OutputFile[];
  /** The chunks that a page needs before it runs. */
  first: string[];
}

/** What esbuild makes of an app that uses these names of the package, in production and with code splitting. */
export async function splitBundle(names: string[]): Promise<SplitBundle> {
  const resolveDir = inject('consumer');
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from 'alloy-react'`, resolveDir },
    absWorkingDir: resolveDir,
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
  return { metafile, outputFiles, first: firstChunks(metafile) };
}

/** The modules of the package that are in these chunks, a line each. */
export function modulesIn({ metafile }: SplitBundle, chunks: string[]): string {
  return chunks.flatMap((chunk) => Object.keys(metafile.outputs[chunk]?.inputs ?? {})).join('\n');
}

/** The entry of standard input, what it imports statically, and so on. */
function firstChunks({ outputs }: Metafile): string[] {
  const first = Object.keys(outputs).filter((path) => path.endsWith('stdin.js'));
  for (const path of first) {
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external && !first.includes(next)) first.push(next);
    }
  }
  return first;
}
