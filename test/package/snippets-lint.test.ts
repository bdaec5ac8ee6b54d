import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import js from '@eslint/js';
import { ESLint, type Linter } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { beforeAll, expect, test } from 'vitest';
import { SNIPPET_OPTIONS, writeSnippets } from './support/compile';
import { documents } from './support/documents';
import { snippetsOf } from './support/snippets';

const FOLDER = 'temp/lint';
const PATHS = { '@playwright/test': ['../../node_modules/playwright/test'] };

let complaints: string[];

/** With the rules that the templates of Vite and Next bring, and their strict neighbours that know types. */
beforeAll(async () => {
  const snippets = documents.flatMap(snippetsOf);
  writeSnippets(snippets, FOLDER);
  writeFileSync(
    join(FOLDER, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...SNIPPET_OPTIONS, paths: PATHS }, include: ['.'] }),
  );
  const eslint = new ESLint({
    overrideConfigFile: true,
    ignore: false,
    overrideConfig: [
      js.configs.recommended,
      ...tseslint.configs.recommendedTypeChecked,
      reactHooks.configs.flat.recommended,
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: {
          parserOptions: { projectService: true, tsconfigRootDir: resolve(FOLDER) },
        },
        // A snippet shows the beginning of what its reader writes.
        rules: { '@typescript-eslint/no-unused-vars': 'off' },
      },
    ] as Linter.Config[],
  });
  const results = await eslint.lintFiles([`${FOLDER}/**/*.{ts,tsx}`]);
  complaints = results.flatMap(({ filePath, messages }) => {
    const snippet = snippets.find(({ file }) => resolve(FOLDER, file) === filePath);
    return messages
      .filter(isOfTheSnippet)
      .map(
        ({ line, message, ruleId }) =>
          `${snippet?.document ?? filePath}:${(snippet?.line ?? 1) - 2 + line} ${ruleId ?? ''} ${message}`,
      );
  });
}, 180_000);

/** Whether its names resolve is the compiler's to say; here a package may lack types that its reader has. */
function isOfTheSnippet({ message }: Linter.LintMessage): boolean {
  return !/error typed|could not be resolved|cannot be resolved/.test(message);
}

test.each(documents)('every snippet of %s is clean under recommendedTypeChecked', (document) => {
  expect(complaints.filter((complaint) => complaint.startsWith(`${document}:`))).toEqual([]);
});
