import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documents } from '../package/support/documents';

const HELD_BY = /(?:<!--|\{\/\*) held by: (?<file>[\w./-]+): (?<title>.+?) (?:-->|\*\/\})/g;

const claims = documents.flatMap((document) =>
  [...readFileSync(document, 'utf8').matchAll(HELD_BY)].map(({ groups = {} }) => ({
    document,
    file: `test/${groups.file ?? ''}`,
    title: groups.title ?? '',
  })),
);

/**
 * A sentence about behaviour names, in a comment before its paragraph, the test that holds it:
 * `{/* held by: core/token/life.test.ts: a token is replaced a minute before its end *\/}`.
 */
describe('what the documentation promises', () => {
  test('is held by tests', () => {
    expect(claims.length).toBeGreaterThan(50);
  });

  test.each(claims)('$document: $file has the test "$title"', ({ file, title }) => {
    expect(existsSync(file), file).toBe(true);
    const source = readFileSync(file, 'utf8');
    expect(["'", '"', '`'].some((quote) => source.includes(quote + title + quote))).toBe(true);
  });
});
