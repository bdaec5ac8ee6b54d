/** What a screen reader hears of an opening, by the browser's own accessibility tree. */
import { expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { modalIsGone, openByButton, PATIENT, renderButton, say } from '../support/modal-harness';

const spoken = async (): Promise<string> => (await commands.textsOfStatus()).join().trim();

test('"Connected" comes when the page is exposed again, and so is heard', async () => {
  renderButton();
  const frame = await openByButton();
  // The page behind is inert: nothing in it is heard.
  expect(await spoken()).toBe('');
  const status = document.querySelector('[role="status"]');
  const changes: { text: string; isExposed: boolean }[] = [];
  const observer = new MutationObserver(() =>
    changes.push({
      text: status?.textContent.trim() ?? '',
      isExposed: document.querySelector('dialog') === null,
    }),
  );
  if (status) observer.observe(status, { childList: true, characterData: true, subtree: true });
  say(frame, { workflowCreated: true });
  await modalIsGone();
  await vi.waitFor(
    () => expect(changes.at(-1)).toEqual({ text: 'Connected', isExposed: true }),
    PATIENT,
  );
  observer.disconnect();
  expect(await spoken()).toBe('Connected');
});
