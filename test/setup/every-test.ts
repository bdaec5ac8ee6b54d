import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { forgetWarnings } from '../../src/errors/warn-once';
import { silenceConsole, takeConsole } from '../support/console';

silenceConsole();

// A page that was just opened has been warned of nothing.
beforeEach(forgetWarnings);

afterEach(() => {
  vi.useRealTimers();
  failIfNotSilent();
});
afterAll(failIfNotSilent);

function failIfNotSilent(): void {
  const left = [...takeConsole('error'), ...takeConsole('warn')];
  if (left.length > 0) {
    throw new Error(`The console said what no test took by takeConsole():\n\n${left.join('\n\n')}`);
  }
}
