import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    answerAlloy(): Promise<void>;
  }
}

beforeEach(() => commands.answerAlloy());
afterEach(cleanup);
