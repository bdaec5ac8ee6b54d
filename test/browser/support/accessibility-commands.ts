import type { BrowserCommandContext } from 'vitest/node';

/** What a screen reader calls the buttons of the page, by Chromium's own accessibility tree. */
export async function namesOfButtons(command: BrowserCommandContext): Promise<string[]> {
  return (await accessibleNodes(command))
    .filter(({ role }) => role === 'button')
    .map(({ name }) => name);
}

/** What is exposed of the page of the tests. */
async function accessibleNodes({
  page,
  iframe,
}: BrowserCommandContext): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const body = await iframe.locator('body').elementHandle();
  const url = (await body.ownerFrame())?.url();
  const { frameTree } = await session.send('Page.getFrameTree');
  const frame = frameTree.childFrames?.find((child) => child.frame.url === url)?.frame;
  if (!frame) throw new Error('The frame of the tests is not found.');
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: frame.id });
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value) }));
}
