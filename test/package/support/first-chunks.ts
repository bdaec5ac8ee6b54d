import type { Metafile } from 'esbuild';

/** The chunks that a page needs before it runs: the entry of standard input, what it imports statically, and so on. */
export function firstChunks({ outputs }: Metafile): string[] {
  const first = Object.keys(outputs).filter((path) => path.endsWith('stdin.js'));
  for (const path of first) {
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external && !first.includes(next)) first.push(next);
    }
  }
  return first;
}
