import type { BrowserCommandContext } from 'vitest/node';

/** What a screen reader calls the buttons of the page, by Chromium's own accessibility tree. */
export async function namesOfButtons(command: BrowserCommandContext): Promise<string[]> {
  return (await accessibleNodes(command))
    .filter(({ role }) => role === 'button')
    .map(({ name }) => name);
}

/** What the live regions of the page hold for a screen reader. */
export async function textsOfStatus(command: BrowserCommandContext): Promise<string[]> {
  const nodes = await accessibleNodes(command);
  const inside = new Set(
    nodes.filter(({ role }) => role === 'status').flatMap(({ childIds }) => childIds),
  );
  return nodes.filter(({ id }) => inside.has(id)).map(({ name }) => name);
}

interface AccessibleNode {
  id: string;
  role: string;
  name: string;
  childIds: string[];
}

/** What is exposed of the page of the tests. */
async function accessibleNodes({ page, iframe }: BrowserCommandContext): Promise<AccessibleNode[]> {
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
    .map(({ nodeId, role, name, childIds = [] }) => ({
      id: nodeId,
      role: String(role?.value),
      name: String(name?.value),
      childIds,
    }));
}
