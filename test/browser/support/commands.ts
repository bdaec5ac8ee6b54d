import type { BrowserCommandContext } from 'vitest/node';
import { answerAlloyIn, HOSTED_SCRIPT_INTEGRITY, type AlloyAnswers } from './alloy-answers.ts';
import { webDriverOf } from './webkitgtk/provider.ts';

export { engineInfo } from './engines/engine-info.ts';
export { namesOfButtons, textsOfStatus } from './accessibility-commands.ts';
export * from './gesture-commands.ts';
export * from './stack-commands.ts';
export * from './typing-commands.ts';
export { finishInIsolatedFrame } from './isolated-commands.ts';
export {
  closeOwnBrowser,
  connectUnderPolicy,
  leaveAndComeBack,
  openInFullscreen,
  openInTwoTabs,
  scrollBehindModal,
} from './own-page-commands.ts';
export * from './sandbox-server.ts';
export { lookAtLoadingModal, measureModal } from './screen-commands.ts';

/** From now on Alloy's origins are answered by this test, with test/browser/support/alloy-page.html. */
export async function answerAlloy(
  command: BrowserCommandContext,
  answers: AlloyAnswers = {},
): Promise<void> {
  const webDriver = webDriverOf(command);
  if (webDriver) webDriver.alloy.answers = answers;
  else await answerAlloyIn(command.context, answers);
}

export function hostedScriptIntegrity(): string {
  return HOSTED_SCRIPT_INTEGRITY;
}
