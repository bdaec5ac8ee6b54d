import type { Page } from 'playwright';
import type { BrowserCommandContext } from 'vitest/node';
import { alloyPage, finishButton, inOwnBrowser, openOwnPage, rectOf } from './own-page-commands.ts';

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect' }).click();
  await finishButton(page).waitFor();
}

/** How long after the opening a click beside the box is one of its own. */
const LATER_MS = 700;

async function isGone(page: Page): Promise<void> {
  await page.locator('dialog').waitFor({ state: 'detached' });
}

interface TwoPresses {
  pauseMs: number;
  isTouch?: boolean;
}

/**
 * Presses the button twice, with all that the modal needs here already. Tells the button's state after it, and after one more
 * press at the same place later on, which is beside the modal's box.
 */
export const pressTwice = (
  command: BrowserCommandContext,
  { pauseMs, isTouch = false }: TwoPresses,
) =>
  inOwnBrowser(command, { hasTouch: isTouch }, async (context) => {
    const page = await openOwnPage(context);
    await open(page);
    await page.keyboard.press('Escape');
    await isGone(page);
    const button = page.locator('.alloy-button');
    const { x, y, width, height } = await rectOf(button);
    const at = [x + width / 2, y + height / 2] as const;
    const press = (): Promise<void> =>
      isTouch ? page.touchscreen.tap(...at) : page.mouse.click(...at);
    await press();
    await page.waitForTimeout(pauseMs);
    await press();
    await alloyPage(page).getByRole('textbox').fill('shop');
    const after = await button.getAttribute('data-alloy-state');
    await page.waitForTimeout(LATER_MS);
    await press();
    await isGone(page);
    return [after, await button.getAttribute('data-alloy-state')];
  });

/** Presses on the title and lets go beside the box, and the other way round. Tells how many modals there are after each. */
export const dragAcrossEdge = (command: BrowserCommandContext) =>
  inOwnBrowser(command, {}, async (context) => {
    const page = await openOwnPage(context);
    await open(page);
    const title = await rectOf(page.locator('.alloy-dialog-title'));
    const inside = { x: title.x + 5, y: title.y + 5 };
    const outside = { x: 8, y: 400 };
    const counts: number[] = [];
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
      counts.push(await page.locator('dialog').count());
    }
    await page.mouse.click(outside.x, outside.y);
    await isGone(page);
    return counts;
  });

/** Holds Escape down until the modal is gone, and longer. Tells which keys the page behind has heard. */
export const holdEscape = (command: BrowserCommandContext) =>
  inOwnBrowser(command, {}, async (context) => {
    const page = await openOwnPage(context);
    await open(page);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const target of [window, document, document.body]) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
          for (const capture of [true, false])
            target.addEventListener(type, () => heard.push(type), capture);
        }
      }
    });
    await page.keyboard.down('Escape');
    await page.keyboard.down('Escape');
    await isGone(page);
    await page.keyboard.down('Escape');
    await page.keyboard.up('Escape');
    const heard = await page.evaluate(() => [...(window as unknown as { heard: string[] }).heard]);
    await page.keyboard.press('a');
    const later = await page.evaluate(
      () => (window as unknown as { heard: string[] }).heard.length,
    );
    return { heard, hearsAgain: later > heard.length };
  });

/** Tries to connect on a page that is cross-origin isolated; tells the code of the error. */
export const connectIsolated = (command: BrowserCommandContext) =>
  inOwnBrowser(command, {}, async (context) => {
    const page = await openOwnPage(context, {
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    });
    if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('It is not isolated.');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.locator('[data-error]').waitFor();
    return page.locator('[data-error]').getAttribute('data-error');
  });

/** Runs in the page. Waits until the user sees all of an element, as the browser tells it a frame or two later. */
const wholeOnScreen = (element: Element): Promise<void> =>
  new Promise((resolve) => {
    const seen = ([entry]: IntersectionObserverEntry[], observer: IntersectionObserver): void => {
      if ((entry?.intersectionRatio ?? 0) < 0.99) return;
      observer.disconnect();
      resolve();
    };
    new IntersectionObserver(seen, { threshold: 0.99 }).observe(element);
  });

/** Opens the modal in a frame as tall as its content. Tells where its box is on a screen of 1000 x 900, at two places. */
export const openInTallFrame = (command: BrowserCommandContext) =>
  inOwnBrowser(command, { viewport: { width: 1000, height: 900 } }, async (context) => {
    const page = await openOwnPage(context);
    const inner = page.url();
    await page.route('https://outer.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><body style="margin:0"><iframe src="${inner}" style="display:block;width:100%;height:4000px;border:0"></iframe>`,
      }),
    );
    await page.goto('https://outer.example/');
    const host = page.frameLocator('iframe');
    await host.getByRole('button', { name: 'Connect' }).waitFor();
    await page.evaluate(() => scrollTo(0, 1500));
    await host
      .getByRole('button', { name: 'Connect' })
      .evaluate((button: HTMLElement) => button.click());
    const box = host.locator('.alloy-dialog-box');
    await host.frameLocator('dialog iframe').getByRole('textbox').waitFor();
    const places = [];
    for (const top of [1500, 2600]) {
      await page.evaluate((y) => scrollTo(0, y), top);
      await page.waitForFunction((y) => scrollY === y, top);
      await box.evaluate(wholeOnScreen);
      places.push(await rectOf(box));
    }
    return places;
  });
