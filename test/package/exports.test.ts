import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const consumer = inject('consumer');

/** What a program of the consumer prints, as JSON. */
function run(file: string, program: string): unknown {
  writeFileSync(join(consumer, file), program);
  return JSON.parse(execFileSync(process.execPath, [file], { cwd: consumer, encoding: 'utf8' }));
}

const ENTRIES = {
  'alloy-react': [
    'AlloyError',
    'AlloyProvider',
    'IntegrationButton',
    'isAlloyError',
    'loadAlloyScript',
    'useAlloy',
    'useAlloyAuthenticate',
    'useAlloyInstall',
  ],
  'alloy-react/server': [
    'AlloyApiError',
    'createAlloyClient',
    'createTokenHandler',
    'toNodeHandler',
  ],
  'alloy-react/devtools': ['AlloyDevtools', 'recordAlloyEvent'],
  'alloy-react/locales/ar': ['ar'],
  'alloy-react/locales/de': ['de'],
  'alloy-react/locales/es': ['es'],
  'alloy-react/locales/fr': ['fr'],
  'alloy-react/locales/ja': ['ja'],
  'alloy-react/locales/pt': ['pt'],
  'alloy-react/testing/msw': ['alloyHandlers'],
  'alloy-react/testing/playwright': ['mockAlloy'],
  'alloy-react/testing': [
    'AlloyTestProvider',
    'createFakeAlloy',
    'createFakeToken',
    'createSandboxApi',
    'createSandboxSdk',
  ],
};

test.each(Object.entries(ENTRIES))('%s is there for import and for require', (entry, names) => {
  const imported = run(
    'import.mjs',
    `import * as entry from '${entry}'; console.log(JSON.stringify(Object.keys(entry)));`,
  );
  const required = run(
    'require.cjs',
    `console.log(JSON.stringify(Object.keys(require('${entry}'))));`,
  );
  expect(imported).toEqual(expect.arrayContaining(names));
  expect([...(required as string[])].sort()).toEqual([...(imported as string[])].sort());
});

test('no entry is left out above', () => {
  const entries = Object.entries(packageJson.exports)
    .filter(([, target]) => typeof target !== 'string')
    .map(([subpath]) => subpath.replace('.', 'alloy-react'));
  expect(Object.keys(ENTRIES).sort()).toEqual(entries.sort());
});

test('the stylesheet and package.json resolve', () => {
  const [styles, version] = run(
    'resolve.mjs',
    `import { readFileSync } from 'node:fs';
     import { createRequire } from 'node:module';
     const require = createRequire(import.meta.url);
     console.log(JSON.stringify([
       readFileSync(require.resolve('alloy-react/styles.css'), 'utf8'),
       require('alloy-react/package.json').version,
     ]));`,
  ) as [string, string];
  expect(styles).toContain('@layer alloy');
  expect(version).toBe(packageJson.version);
});

test('an inner module is nobody else’s to import', () => {
  const code = run(
    'inner.mjs',
    `const code = await import('alloy-react/dist/esm/errors/alloy-error.js').catch((error) => error.code);
     console.log(JSON.stringify(code));`,
  );
  expect(code).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
});

test('an error of one copy of the package is known by the other', () => {
  const known = run(
    'copies.cjs',
    `const { AlloyError } = require('alloy-react');
     import('alloy-react').then(({ AlloyError: Other, isAlloyError }) => {
       const error = new AlloyError('modal/busy');
       console.log(JSON.stringify([error instanceof Other, isAlloyError(error)]));
     });`,
  );
  expect(known).toEqual([false, true]);
});

test('a server component can import the error guard: neither it nor what it needs is a client module', () => {
  const found = run(
    'graph.mjs',
    `import { readFileSync } from 'node:fs';
     import { createRequire } from 'node:module';
     const entry = import.meta.resolve('alloy-react');
     const graph = [new URL('./errors/alloy-error.js', entry)];
     for (const module of graph) {
       const code = readFileSync(module, 'utf8');
       for (const [, path] of code.matchAll(/from '(.+?)'/g)) {
         if (!graph.some(({ href }) => href === new URL(path, module).href)) graph.push(new URL(path, module));
       }
     }
     const texts = graph.map((module) => readFileSync(module, 'utf8'));
     console.log(JSON.stringify([
       readFileSync(new URL(entry), 'utf8').includes("from './errors/alloy-error.js'"),
       texts.some((text) => /use client|from 'react/.test(text)),
     ]));`,
  );
  expect(found).toEqual([true, false]);
});
