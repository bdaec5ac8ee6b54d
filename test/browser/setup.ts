import { cleanup, configure } from '@testing-library/react';
import '@testing-library/jest-dom/vitest';
import { afterEach, beforeEach, vi } from 'vitest';
import { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    answerAlloy(): Promise<void>;
  }
}

// For a busy machine.
configure({ asyncUtilTimeout: 5000 });

beforeEach(() => commands.answerAlloy());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
