import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { snippetsOf } from './snippets';

/** Inside the repository, so that a snippet finds what a reader would install, and the package by its own name. */
const FOLDER = 'temp/snippets';
const GUIDES = 'stories/guides';

const documents = [
  'README.md',
  ...readdirSync(GUIDES)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => join(GUIDES, name)),
];

const snippets = documents.flatMap(snippetsOf);
const complaints: string[] = [];

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const { file, given, code } of snippets) {
    const path = join(FOLDER, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${given}\n${code}\nexport {};\n`);
  }
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      noEmit: true,
      // A test runner's globals too: a snippet may be a test.
      types: ['node', 'react', 'vite/client', 'vitest/globals', '@testing-library/jest-dom/vitest'],
    },
    '.',
  );
  const program = ts.createProgram(
    snippets.map(({ file }) => resolve(FOLDER, file)),
    options,
  );
  for (const { document, line, file } of snippets) {
    const source = program.getSourceFile(resolve(FOLDER, file));
    for (const { start = 0, messageText } of [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]) {
      // The first line of the file is what the snippet is given.
      const at = line - 1 + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
      complaints.push(`${document}:${at} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
    }
  }
}, 60_000);

test.each(documents)('every snippet of %s compiles against the package', (document) => {
  expect(complaints.filter((complaint) => complaint.startsWith(`${document}:`))).toEqual([]);
});
