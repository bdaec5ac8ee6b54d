import { describe, expect, test } from 'vitest';
import { installApp, tell } from '../support/install-app';

const TRANSFORMS = ['babel', 'swc', 'ts-jest'];
const ENVIRONMENTS = ['jsdom', 'jest-fixed-jsdom'];
const SETUPS = [
  [
    'Jest 30, React 19',
    ['jest-fixed-jsdom@0.0.11', 'ts-jest@29', 'typescript@5.9', '@types/react@19'],
  ],
  [
    'Jest 29, React 18',
    [
      ...['jest@29', 'jest-environment-jsdom@29', 'babel-jest@29', 'jest-fixed-jsdom@0.0.9'],
      ...['ts-jest@29', 'typescript@5.9', 'react@18', 'react-dom@18', '@types/react@18'],
    ],
  ],
] as const;

describe.each(SETUPS)('%s', (name, packages) => {
  test('runs the tests of an app with every transform, in both environments', () => {
    const app = installApp('jest', ['@swc/jest@^0.2', '@swc/core@1', '@types/jest', ...packages]);
    for (const environment of ENVIRONMENTS) {
      for (const transform of TRANSFORMS) {
        const said = app.run('jest', ['--ci', '-i'], {
          JEST_ENVIRONMENT: environment,
          JEST_TRANSFORM: transform,
        });
        tell(`tried: ${name}, ${environment}, ${transform}`);
        expect(said).toMatch(/Tests: +5 passed, 5 total/);
      }
    }
  }, 1_200_000);
});
