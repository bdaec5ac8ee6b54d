import type { BrowserCommandContext } from 'vitest/node';
import { answerAlloyIn } from './alloy-answers.ts';
import { launchEngine } from './engines/launch.ts';
import { openOwnPage } from './own-page-commands.ts';

/** Opens it where Alloy's page has a process of its own, and has that page finish; tells what the button says then. */
export async function finishInIsolatedFrame({ project }: BrowserCommandContext): Promise<string> {
  const browser = await launchEngine(project.config.browser.name, { isolated: true });
  try {
    const context = await browser.newContext();
    await answerAlloyIn(context);
    const page = await openOwnPage(context);
    const connect = page.getByRole('button', { name: 'Connect' });
    await connect.click();
    await page.locator('dialog:not([aria-busy]) iframe').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await connect.click();
    await page.locator('dialog:not([aria-busy]) iframe').waitFor();
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      frame?.contentWindow?.postMessage({ say: { workflowCreated: true } }, '*');
    });
    await page.getByRole('button', { name: 'Connected' }).waitFor();
    await page.locator('dialog').waitFor({ state: 'detached' });
    return await page.getByRole('button').innerText();
  } finally {
    await browser.close();
  }
}
