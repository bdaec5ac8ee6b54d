import { expect, test } from 'vitest';
import { installApp, tell } from './support/install-app';

test('an app whose tests run in Jest and jsdom uses fake and provider as they come', () => {
  const said = installApp('jest').run('jest', ['--ci']);
  tell('tried: Jest 30, jest-environment-jsdom, babel-jest');
  expect(said).toMatch(/Tests: +5 passed, 5 total/);
}, 300_000);
