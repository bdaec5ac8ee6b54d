import { expect, test, vi } from 'vitest';
import { forgetWarnings, warnOnce } from '../../src/errors/warn-once';
import { takeConsole } from '../support/console';

test('a warning is given once, until a test forgets it', () => {
  warnOnce('mind the gap');
  warnOnce('mind the gap');
  warnOnce('and the step');
  expect(takeConsole('warn')).toEqual(['alloy-react: mind the gap', 'alloy-react: and the step']);
  forgetWarnings();
  warnOnce('mind the gap');
  expect(takeConsole('warn')).toHaveLength(1);
});

test('a production build warns of nothing, and has not said it then', () => {
  vi.stubEnv('NODE_ENV', 'production');
  warnOnce('mind the gap');
  vi.stubEnv('NODE_ENV', 'test');
  warnOnce('mind the gap');
  expect(takeConsole('warn')).toHaveLength(1);
});
