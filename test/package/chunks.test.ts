import { build, type Metafile } from 'esbuild';
import { expect, inject, test } from 'vitest';
import { firstChunks } from './support/first-chunks';

/** What esbuild makes of an app that uses these names of the package, with code splitting. */
async function bundle(names: string[]): Promise<Metafile> {
  const resolveDir = inject('consumer');
  const { metafile } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from 'alloy-react'`, resolveDir },
    absWorkingDir: resolveDir,
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    external: ['react', 'react-dom'],
    metafile: true,
    write: false,
  });
  return metafile;
}

const flow = await bundle(['AlloyProvider', 'useAlloyInstall', 'IntegrationButton']);
const first = firstChunks(flow);
const inputsOf = (chunks: string[]): string =>
  chunks.flatMap((chunk) => Object.keys(flow.outputs[chunk]?.inputs ?? {})).join('\n');

test('neither Alloy’s SDK, nor the adapter, nor the data layer is on the first page', () => {
  const inputs = inputsOf(first);
  expect(inputs).toContain('dist/esm/react/AlloyProvider.js');
  expect(inputs).not.toMatch(
    /alloy-frontend|sdk\/adapter|react-query|query-core|jwt-decode|core\/engine/,
  );
});

test('the adapter and the SDK come later, the data layer not at all', () => {
  const later = Object.keys(flow.outputs).filter((chunk) => !first.includes(chunk));
  const inputs = inputsOf(later);
  expect(inputs).toMatch(/alloy-frontend/);
  expect(inputs).toMatch(/sdk\/adapter/);
  expect(inputs).not.toMatch(/react-query|query-core/);
});
