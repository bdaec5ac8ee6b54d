import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compile } from './support/compile';
import { snippetsOf } from './support/snippets';

const GUIDES = 'stories/guides';

const documents = [
  'README.md',
  ...readdirSync(GUIDES)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => join(GUIDES, name)),
];

let complaints: string[];

beforeAll(() => {
  complaints = compile(documents.flatMap(snippetsOf), { folder: 'temp/snippets' });
}, 120_000);

test.each(documents)('every snippet of %s compiles against the package', (document) => {
  expect(complaints.filter((complaint) => complaint.startsWith(`${document}:`))).toEqual([]);
});
