import type { BrowserContextOptions, Locator, Page } from 'playwright';
import type { BrowserCommandContext } from 'vitest/node';
import { answerAlloyIn } from './alloy-answers.ts';
import { alloyPage, finishButton, inOwnBrowser, openOwnPage, rectOf } from './own-page-commands.ts';

interface Screen {
  width: number;
  height: number;
  /** What the browser's zoom makes of a device pixel. */
  zoom?: number;
  isPhone?: boolean;
  direction?: 'rtl';
  /** Of a screen with round corners: what is cut off at each side. */
  safeArea?: { top: number; bottom: number };
  /** How much of the height a virtual keyboard lies over. */
  keyboard?: number;
}

function contextOptions({
  width,
  height,
  zoom = 1,
  isPhone = false,
}: Screen): BrowserContextOptions {
  const viewport = { width, height };
  return { viewport, deviceScaleFactor: zoom, hasTouch: isPhone, isMobile: isPhone };
}

/** What a browser says when a keyboard comes or goes: the page keeps its size, its visible part does not. */
async function setVisibleHeight(page: Page, height: number): Promise<void> {
  await page.evaluate((visible) => {
    const { visualViewport } = window;
    if (!visualViewport) throw new Error('This browser tells of no visible part.');
    Object.defineProperty(visualViewport, 'height', { configurable: true, value: visible });
    visualViewport.dispatchEvent(new Event('resize'));
  }, height);
}

/** Opens the modal on a screen, measures what of it can be seen, and finishes by tapping or clicking. */
export const measureModal = (command: BrowserCommandContext, screen: Screen) =>
  inOwnBrowser(command, contextOptions(screen), async (context) => {
    const { height, isPhone, direction, safeArea, keyboard } = screen;
    const page = await openOwnPage(context);
    if (direction) await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
    if (safeArea) {
      const devTools = await context.newCDPSession(page);
      await devTools.send('Emulation.setSafeAreaInsetsOverride', { insets: safeArea });
    }
    const press = (button: Locator): Promise<void> => (isPhone ? button.tap() : button.click());
    await press(page.getByRole('button', { name: 'Connect' }));
    await finishButton(page).waitFor();
    if (keyboard) await setVisibleHeight(page, height - keyboard);
    const parts = {
      box: await rectOf(page.locator('.alloy-dialog-box')),
      title: await rectOf(page.locator('.alloy-dialog-title')),
      close: await rectOf(page.getByRole('button', { name: 'Close' })),
      frame: await rectOf(page.locator('dialog iframe')),
    };
    const overflowX = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    // All of Alloy's page can be scrolled to, too.
    await alloyPage(page).getByRole('button', { name: 'connect' }).scrollIntoViewIfNeeded();
    await press(finishButton(page));
    await page.getByRole('button', { name: 'Connected' }).waitFor();
    return { ...parts, overflowX };
  });

/** With alloy-react/styles.css: what moves, and what has a line around it, while Alloy's page loads. */
export const lookAtLoadingModal = (
  command: BrowserCommandContext,
  options: Pick<BrowserContextOptions, 'forcedColors' | 'reducedMotion'>,
) =>
  inOwnBrowser(command, options, async (context) => {
    await answerAlloyIn(context, { page: 'never' });
    const page = await openOwnPage(context);
    await page.addStyleTag({ path: 'src/styles.css' });
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.locator('dialog').waitFor();
    return page.evaluate(() => {
      const dialog = document.querySelector('dialog');
      const box = document.querySelector('.alloy-dialog-box');
      if (!dialog || !box) throw new Error('There is no modal.');
      const moving = dialog.getAnimations({ subtree: true }).length;
      return { moving, outline: getComputedStyle(box).outlineStyle };
    });
  });
