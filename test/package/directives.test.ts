import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, packageFolder } from './support/files';

const isClient = (file: string): boolean =>
  readFileSync(join(packageFolder, file), 'utf8').startsWith("'use client';\n");

test.each(['esm', 'cjs'])(
  "every %s module of the React half begins with 'use client'",
  (format) => {
    const modules = filesIn(`dist/${format}/react`).filter((file) => /\.c?js$/.test(file));
    expect(modules.map((file) => file.split('/').at(-1)?.split('.')[0])).toEqual(
      expect.arrayContaining(['AlloyProvider', 'IntegrationButton', 'useAlloyInstall']),
    );
    expect(modules.filter((file) => !isClient(file))).toEqual([]);
  },
);

test.each(['esm', 'cjs'])(
  'no other %s module does, but the test provider and the devtools',
  (format) => {
    const others = filesIn(`dist/${format}`).filter(
      (file) => /\.c?js$/.test(file) && !file.startsWith(`dist/${format}/react/`),
    );
    expect(others.filter(isClient).map((file) => file.split('/').at(-1)?.split('.')[0])).toEqual([
      'AlloyDevtools',
      'AlloyTestProvider',
    ]);
  },
);
