import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const FOLDER = '.github/workflows';

test.each(readdirSync(FOLDER))(
  '%s is a valid workflow, and runs scripts that there are',
  (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    expect(validateWorkflow(text).errors).toEqual([]);
    const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    for (const script of scripts) expect(Object.keys(packageJson.scripts)).toContain(script);
  },
);

test('what takes too long for every change runs at night', () => {
  const nightly = readFileSync(join(FOLDER, 'nightly.yml'), 'utf8');
  for (const script of ['test:nightly', 'test:mutation', 'test:apps', 'bench:check']) {
    expect(nightly).toContain(`npm run ${script}`);
  }
});
