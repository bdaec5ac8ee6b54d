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
    [
      'src/core/token/flight.ts',
      "import { loadAlloyFrontend } from '../../sdk/load';",
      'core knows no React',
    ],
    [
      'src/core/token/flight.ts',
      "const engine = import('../../browser/engine');",
      'core knows no React',
    ],
    ['src/core/store.ts', "import { useAlloy } from '../react/hooks/useAlloy';", 'core knows no'],
    ['src/core/store.ts', "const sdk = import('alloy-frontend');", 'core knows no React'],
    ['src/core/store.ts', "document.title = 'Alloy';", 'core is handed its page'],
    ['src/core/token/flight.ts', 'setTimeout(() => undefined, 1);', 'core is handed its page'],
    ['src/sdk/load.ts', "import { AlloyContext } from '../react/context';", 'sdk imports'],
    ['src/sdk/load.ts', "const store = import('../core/store');", 'sdk imports'],
    ['src/sdk/load.ts', "import { createStore } from '../core/store';", 'sdk imports'],
    ['src/sdk/dialog/dialog.ts', "import { createStore } from '../../core/store';", 'sdk imports'],
    ['src/browser/engine.ts', "import { AlloyContext } from '../react/context';", 'browser puts'],
    ['src/react/context.ts', "import { createAlloyClient } from '../server';", 'react imports'],
    [
      'src/react/hooks/useAlloy.ts',
      "import { createFakeAlloy } from '../../testing/fake/fake-alloy';",
      'react imports',
    ],
    ['src/react/context.ts', "import { loadAlloyScript } from '../sdk/load';", 'react imports'],
    ['src/react/context.ts', "import Alloy from 'alloy-frontend';", 'through sdk/load'],
    ['src/server/index.ts', "import { createAlloy } from '../core/alloy';", 'server runs without'],
    [
      'src/server/token/token-cache.ts',
      "import { createAlloy } from '../../core/alloy';",
      'server runs without',
    ],
    ['src/server/index.ts', "import { version } from 'react';", 'server runs without'],
    ['src/shared/jwt.ts', "import { createStore } from '../core/store';", 'shared runs anywhere'],
    ['src/errors/codes.ts', "import { readJwt } from '../shared/jwt';", 'errors imports nothing'],
  ])('in %s: %s', async (file, code, message) => {
    expect(await complaintsAbout(code, file)).toEqual([expect.stringContaining(message)]);
  });
});

describe('the import rule allows', () => {
  test.each([
    ['src/core/store.ts', "import { AlloyError } from '../errors/alloy-error';"],
    ['src/core/token/flight.ts', "import { createStore } from '../store';"],
    ['src/browser/system-clock.ts', 'setTimeout(() => undefined, 1);'],
    ['src/sdk/load.ts', "import type { AlloySdkLoader } from '../core/contract/options';"],
    ['src/browser/engine.ts', "import { loadAlloyFrontend } from '../sdk/load';"],
    ['src/react/hooks/useAlloy.ts', "import { createStore } from '../../core/store';"],
    ['src/react/AlloyProvider.tsx', "const engine = import('../browser/engine');"],
    ['src/server/client/client.ts', "import { readJwt } from '../../shared/jwt';"],
    ['src/testing/index.ts', "export { useAlloy } from '../react/hooks/useAlloy';"],
  ])('in %s: %s', async (file, code) => {
    expect(await complaintsAbout(code, file)).toEqual([]);
  });
});
