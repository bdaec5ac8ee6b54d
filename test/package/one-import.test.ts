import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, inject, test } from 'vitest';
import { firstChunks } from './support/first-chunks';

/** `import` to limit in bytes, from the table of the guide. */
const [, TABLE = ''] = readFileSync('stories/guides/Benchmarks.mdx', 'utf8').split(
  '## One import at a time',
);
const LIMITS = [...TABLE.matchAll(/^\| (`.+`) +\| +([\d.]+) kB \|$/gm)].flatMap(
  ([, names = '', limit = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => [name, Number(limit) * 1_000] as const),
);

/** Parts that only these need. */
const ROOMS = {
  'react/catalog/': /^IntegrationCatalog$/,
  'core/integrations/':
    /^(IntegrationCatalog|use(Suspense)?Integrations?|useWorkflow\w*|useDisconnect)$/,
  'react/button/': /^(Integration|Connection)Button$|^IntegrationCatalog$/,
  'core/alloy.js': /^AlloyProvider$/,
};

async function bundle(name: string): Promise<{ bytes: number; modules: string }> {
  const resolveDir = inject('consumer');
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export { ${name} } from 'alloy-react'`, resolveDir },
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
  const first = firstChunks(metafile);
  return {
    bytes: outputFiles
      .filter(({ path }) => first.some((chunk) => path.replaceAll('\\', '/').endsWith(chunk)))
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
    modules: first
      .flatMap((chunk) => Object.keys(metafile.outputs[chunk]?.inputs ?? {}))
      .join('\n'),
  };
}

test('the guide has a limit for the imports of most apps', () => {
  expect(LIMITS.length).toBeGreaterThan(14);
});

test.each(LIMITS)(
  'a bundle of %s alone holds what it needs, in %d bytes at most',
  async (name, limit) => {
    const { bytes, modules } = await bundle(name);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(limit);
    for (const [room, users] of Object.entries(ROOMS)) {
      if (!users.test(name)) expect(modules).not.toContain(`dist/esm/${room}`);
    }
  },
);
