import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { modulesIn, splitBundle } from './support/split-bundle';

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

test('the guide has a limit for the imports of most apps', () => {
  expect(LIMITS.length).toBeGreaterThan(14);
});

test.each(LIMITS)(
  'a bundle of %s alone holds what it needs, in %d bytes at most',
  async (name, limit) => {
    const bundle = await splitBundle([name]);
    const bytes = bundle.outputFiles
      .filter(({ path }) =>
        bundle.first.some((chunk) => path.replaceAll('\\', '/').endsWith(chunk)),
      )
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
    const modules = modulesIn(bundle, bundle.first);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(limit);
    for (const [room, users] of Object.entries(ROOMS)) {
      if (!users.test(name)) expect(modules).not.toContain(`dist/esm/${room}`);
    }
  },
);
