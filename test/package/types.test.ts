import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, inject, test } from 'vitest';

const consumer = inject('consumer');

const PROGRAM = `
import type { ReactElement } from 'react';
import { AlloyProvider, IntegrationButton, isAlloyError, useAlloyInstall } from 'alloy-react';
import type { AlloyErrorCode, InstallOutcome } from 'alloy-react';
import { createAlloyClient, createTokenHandler } from 'alloy-react/server';
import { AlloyTestProvider, createFakeAlloy } from 'alloy-react/testing';

export function Connect(): ReactElement {
  const { install, status } = useAlloyInstall({
    integrationId: 'i1',
    onSuccess: ({ integrationId }) => integrationId?.toUpperCase(),
  });
  return <button onClick={install}>{status satisfies 'idle' | 'loading' | 'open' | 'dismissed' | 'success' | 'error'}</button>;
}

export const app = (
  <AlloyProvider tokenUrl="/api/alloy/token" userKey="u1">
    <IntegrationButton integrationId="i1" className="primary" />
  </AlloyProvider>
);
export const tested = <AlloyTestProvider alloy={createFakeAlloy()}>{app}</AlloyTestProvider>;

// @ts-expect-error: exactly one of tokenUrl and getToken
export const both = <AlloyProvider tokenUrl="/token" getToken={async () => 'jwt'} />;
// @ts-expect-error: exactly one of tokenUrl and getToken
export const neither = <AlloyProvider />;

export function codeOf(error: unknown): AlloyErrorCode | null {
  return isAlloyError(error) ? error.code : null;
}

export function name(outcome: InstallOutcome): string | undefined {
  return outcome.status === 'success' ? outcome.result.integrationId : outcome.status;
}

export const handler: (request: Request) => Promise<Response> = createTokenHandler({
  alloy: createAlloyClient({ apiKey: 'key' }),
  identify: () => ({ username: 'ada' }),
});
`;

test.each([
  ['node16, from an ES module', 'node16', 'module'],
  ['node16, from CommonJS', 'node16', 'commonjs'],
  ['bundler', 'bundler', 'module'],
])(
  'the types hold under moduleResolution %s',
  (_, moduleResolution, type) => {
    writeFileSync(join(consumer, 'package.json'), JSON.stringify({ type }));
    writeFileSync(join(consumer, 'app.tsx'), PROGRAM);
    expect(complaints(moduleResolution)).toEqual([]);
  },
  60_000,
);

/** About the program and the package's own declarations. */
function complaints(moduleResolution: string): string[] {
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
      moduleResolution,
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: ['node', 'react', 'react-dom'],
    },
    consumer,
  );
  const program = ts.createProgram([join(consumer, 'app.tsx')], options);
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => /\/app\.tsx$|\/alloy-react\/dist\//.test(fileName));
  expect(own.length).toBeGreaterThan(3);
  return [
    ...errors,
    ...own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ].map(
    ({ messageText, file }) =>
      `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}
