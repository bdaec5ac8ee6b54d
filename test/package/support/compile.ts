import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import type { Snippet } from './snippets';

/** As compilerOptions of a tsconfig.json in the repository's root. */
export const SNIPPET_OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  // The same thing under the name that a reader installs.
  paths: { '@playwright/test': ['./node_modules/playwright/test'] },
  // A test runner's globals too: a snippet may be a test.
  types: ['node', 'react', 'vite/client', 'vitest/globals', '@testing-library/jest-dom/vitest'],
};

/** Each as a module, in a folder of their own. The first line is what the snippet is given. */
export function writeSnippets(snippets: Snippet[], folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { file, given, code } of snippets) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${given}\n${code}\nexport {};\n`);
  }
}

/**
 * Type-checks snippets in a folder inside the repository, so that they find what a reader would install, and the
 * package by its own name. Answers with what the compiler says, each with the place in the document.
 */
export function compile(
  snippets: Snippet[],
  { folder, ignore }: { folder: string; ignore?: (diagnostic: ts.Diagnostic) => boolean },
): string[] {
  writeSnippets(snippets, folder);
  const { options } = ts.convertCompilerOptionsFromJson(SNIPPET_OPTIONS, '.');
  const program = ts.createProgram(
    snippets.map(({ file }) => resolve(folder, file)),
    options,
  );
  return snippets.flatMap(({ document, line, file }) => {
    const source = program.getSourceFile(resolve(folder, file));
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter((diagnostic) => !ignore?.(diagnostic))
      .map(({ start = 0, messageText }) => {
        // The first line of the file is what the snippet is given.
        const at = line - 1 + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
        return `${document}:${at} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      });
  });
}
