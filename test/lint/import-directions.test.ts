import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({
  ruleFilter: ({ ruleId }) =>
    [
      '@typescript-eslint/no-restricted-imports',
      'no-restricted-globals',
      'no-restricted-syntax',
    ].includes(ruleId),
  // The files are linted with another text than theirs, which the type checker need not see.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

async function complaintsAbout(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ message }) => message) ?? [];
}

describe('the import rule refuses', () => {
  test.each([
    ['src/core/store.ts', "import { useState } from 'react';", 'core knows no React'],
    ['src/core/store.ts', "import { QueryClient } from '@tanstack/react-query';", 'core knows no'],
    [
      'src/core/store.ts',
      "import { loadAlloyFrontend } from '../sdk/load';",
      'core knows no React',
    ],
    ['src/core/store.ts', "import { useAlloy } from '../react/useAlloy';", 'core knows no React'],
    ['src/core/store.ts', "const sdk = import('alloy-frontend');", 'core knows no React'],
    ['src/core/store.ts', "document.title = 'Alloy';", 'core is handed its page'],
    ['src/sdk/load.ts', "import { AlloyContext } from '../react/context';", 'sdk imports'],
    ['src/sdk/load.ts', "const store = import('../core/store');", 'sdk imports'],
    ['src/sdk/load.ts', "import { createStore } from '../core/store';", 'sdk imports'],
    ['src/react/useAlloy.ts', "import { createAlloyClient } from '../server';", 'react imports'],
    ['src/react/useAlloy.ts', "import { createFakeAlloy } from '../testing/fake-alloy';", 'react'],
    ['src/react/useAlloy.ts', "import Alloy from 'alloy-frontend';", 'through sdk/load'],
    ['src/server/client.ts', "import { createRetry } from '../core/retry';", 'server runs without'],
    ['src/server/client.ts', "import { version } from 'react';", 'server runs without'],
  ])('in %s: %s', async (file, code, message) => {
    expect(await complaintsAbout(code, file)).toEqual([expect.stringContaining(message)]);
  });
});

describe('the import rule allows', () => {
  test.each([
    ['src/core/store.ts', "import { AlloyError } from '../errors';"],
    ['src/core/clock.ts', 'setTimeout(() => undefined, 1);'],
    ['src/sdk/load.ts', "import type { AlloySdkLoader } from '../core/options';"],
    ['src/react/useAlloy.ts', "import { createStore } from '../core/store';"],
    ['src/react/useAlloy.ts', "import { loadAlloyFrontend } from '../sdk/load';"],
    ['src/react/useAlloy.ts', "const engine = import('./engine');"],
    ['src/server/client.ts', "import { readJwt } from '../core/jwt';"],
    ['src/testing/index.ts', "export { useAlloy } from '../react/useAlloy';"],
  ])('in %s: %s', async (file, code) => {
    expect(await complaintsAbout(code, file)).toEqual([]);
  });
});
