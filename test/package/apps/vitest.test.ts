import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installApp, tell } from '../support/install-app';

const REACT_19 = ['react@19', 'react-dom@19'];
const TESTING_LIBRARY = [
  '@testing-library/dom@10',
  '@testing-library/jest-dom@6.9.1',
  '@testing-library/react@16',
  '@testing-library/user-event@14',
];

test.each(['jsdom@29.1.1', 'happy-dom@21'])(
  'an app whose tests run in Vitest and %s uses fake and provider as they come',
  (environment) => {
    const app = installApp('vitest', [
      ...REACT_19,
      ...TESTING_LIBRARY,
      'vitest@4.1.12',
      environment,
    ]);
    // The same tests as in Jest.
    cpSync('test/apps/jest/app.test.tsx', join(app.folder, 'app.test.tsx'));
    const [name = ''] = environment.split('@');
    const said = app.run('vitest', ['run'], { VITEST_ENVIRONMENT: name });
    expect(said).toMatch(/Tests +5 passed \(5\)/);
    tell(`tried: Vitest 4, ${environment}`);
  },
  600_000,
);
