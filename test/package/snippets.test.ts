import { beforeAll, expect, test } from 'vitest';
import { compile } from './support/compile';
import { documents } from './support/documents';
import { snippetsOf } from './support/snippets';

let complaints: string[];

beforeAll(() => {
  complaints = compile(documents.flatMap(snippetsOf), { folder: 'temp/snippets' });
}, 120_000);

test.each(documents)('every snippet of %s compiles against the package', (document) => {
  expect(complaints.filter((complaint) => complaint.startsWith(`${document}:`))).toEqual([]);
});
