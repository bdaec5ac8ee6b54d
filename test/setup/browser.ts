import { cleanup } from '@testing-library/react';
import '@testing-library/jest-dom/vitest';
import { afterEach, beforeEach } from 'vitest';
import { commands } from 'vitest/browser';
import type { BrowserCommandContext } from 'vitest/node';
import type * as allCommands from '../browser/support/commands';
import { whyItCannot } from '../browser/support/engines/cannot';

/** The commands as a test calls them: without the context that they are given. */
type TestCommands = {
  [Name in keyof typeof allCommands]: (typeof allCommands)[Name] extends (
    context: BrowserCommandContext,
    ...args: infer Args
  ) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

declare module 'vitest/browser' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the only way to augment it
  interface BrowserCommands extends TestCommands {}
}

const engine = await commands.engineInfo();

beforeEach(({ task, skip }) => {
  task.file.meta.engine = engine;
  const reason = whyItCannot(engine.engine, task.fullName);
  if (reason) skip(reason);
});
beforeEach(() => commands.answerAlloy());
afterEach(cleanup);
