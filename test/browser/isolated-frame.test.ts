/** Alloy's page in a process of its own, as browsers keep pages of other origins. */
import { expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';

// Another browser is slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test('the modal opens, closes at Escape, opens again and finishes', async () => {
  expect(await commands.finishInIsolatedFrame()).toContain('Connected');
});
