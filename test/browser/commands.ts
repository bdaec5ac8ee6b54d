import type { BrowserCommandContext } from 'vitest/node';
import { answerAlloyIn, HOSTED_SCRIPT_INTEGRITY, type AlloyAnswers } from './alloy-answers.ts';

export * from './typing-commands.ts';
export * from './own-page-commands.ts';
export * from './sandbox-server.ts';

/** From now on Alloy's origins are answered by this test, with test/browser/alloy-page.html. */
export function answerAlloy(
  { context }: BrowserCommandContext,
  answers?: AlloyAnswers,
): Promise<void> {
  return answerAlloyIn(context, answers);
}

export function hostedScriptIntegrity(): string {
  return HOSTED_SCRIPT_INTEGRITY;
}
