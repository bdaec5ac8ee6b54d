import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as main from '../../src';
import * as server from '../../src/server';
import * as testing from '../../src/testing';
import { compile } from './support/compile';
import type { Snippet } from './support/snippets';

const EXAMPLE = /@example\n(?<code>(?: +\*(?: .*)?\n)+?) +\* ```\n/g;

const ENTRIES = {
  'alloy-react': main,
  'alloy-react/server': server,
  'alloy-react/testing': testing,
};
const TESTING_LIBRARY = "import { render, screen } from '@testing-library/react';";
const IMPORTS = Object.entries(ENTRIES)
  .map(([entry, exported]) => `import { ${Object.keys(exported).join(', ')} } from '${entry}';`)
  .concat(TESTING_LIBRARY)
  .join(' ');

const EXPORTS = Object.values(ENTRIES).flatMap((exported) => Object.keys(exported));
const UNKNOWN_NAME = 2304;
const UNKNOWN_SHORTHAND = 18004;
const UNKNOWN_NAME_LIKE_ANOTHER = 2552;

/** An example may speak of things of the reader's own, but misspell none of the package's. */
function isOfTheReader({ code, messageText }: ts.Diagnostic): boolean {
  const like = /Did you mean '(\w+)'\?$/.exec(
    ts.flattenDiagnosticMessageText(messageText, ' '),
  )?.[1];
  return (
    code === UNKNOWN_NAME ||
    code === UNKNOWN_SHORTHAND ||
    (code === UNKNOWN_NAME_LIKE_ANOTHER && !EXPORTS.includes(like ?? ''))
  );
}

/** The examples in the comments of a source file, each able to use all that the package exports. */
function examplesOf(document: string): Snippet[] {
  const text = readFileSync(document, 'utf8');
  return [...text.matchAll(EXAMPLE)].map(({ index, groups = {} }, position) => {
    const [fence = '', ...lines] = (groups.code ?? '').replaceAll(/^ +\* ?/gm, '').split('\n');
    const code = lines.join('\n');
    const isModule = /^(import|export) /m.test(code);
    return {
      document,
      line: text.slice(0, index).split('\n').length + 2,
      file: `${document.replaceAll(/\W/g, '-')}-${position}.${fence.slice('```'.length)}`,
      given: isModule ? IMPORTS : `${IMPORTS} export async function example() {`,
      code: isModule ? code : `${code}}`,
    };
  });
}

test('every @example of the sources compiles against the package', () => {
  const examples = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => examplesOf(join('src', path)));
  expect(examples.length).toBeGreaterThan(10);
  expect(compile(examples, { folder: 'temp/examples', ignore: isOfTheReader })).toEqual([]);
}, 120_000);
