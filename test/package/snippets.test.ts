import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { compile } from './support/compile';
import { snippetsOf } from './support/snippets';

/** Whatever shows code to a reader. */
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('stories', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `stories/${name.replaceAll('\\', '/')}`),
];

let complaints: string[];

beforeAll(() => {
  complaints = compile(documents.flatMap(snippetsOf), { folder: 'temp/snippets' });
}, 120_000);

test.each(documents)('every snippet of %s compiles against the package', (document) => {
  expect(complaints.filter((complaint) => complaint.startsWith(`${document}:`))).toEqual([]);
});
