import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright';
import type { BrowserCommandContext } from 'vitest/node';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { launchEngine } from './engines/launch.ts';
import { answerAlloyIn } from './alloy-answers.ts';

const HOST_APP = 'https://host-app.example';

interface OwnPageOptions {
  query?: string;
  policy?: string;
  headers?: Record<string, string>;
  nonce?: string;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./own-page.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** A page with test/browser/support/own-page.tsx alone in it. */
export async function openOwnPage(
  context: BrowserContext,
  { query = '', policy, headers = {}, nonce = '' }: OwnPageOptions = {},
): Promise<Page> {
  script ??= bundle();
  const body = await script;
  const page = await context.newPage();
  await page.route(`${HOST_APP}/**`, (route) => {
    if (route.request().url().endsWith('.js')) {
      return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body });
    }
    return route.fulfill({
      contentType: 'text/html',
      headers: { ...headers, ...(policy && { 'content-security-policy': policy }) },
      body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><body><script nonce="${nonce}" src="/own-page.js"></script></body></html>`,
    });
  });
  await page.goto(`${HOST_APP}/?${query}`);
  return page;
}

let ownBrowser: Promise<Browser> | undefined;

/** In a browser of its own, of the engine that the test runs in. */
export async function inOwnBrowser<Result>(
  { project }: BrowserCommandContext,
  options: BrowserContextOptions,
  run: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  ownBrowser ??= launchEngine(project.config.browser.name);
  const context = await (await ownBrowser).newContext(options);
  try {
    await answerAlloyIn(context);
    return await run(context);
  } finally {
    await context.close();
  }
}

export async function closeOwnBrowser(): Promise<void> {
  await (await ownBrowser)?.close();
  ownBrowser = undefined;
}

export function alloyPage(page: Page): ReturnType<Page['frameLocator']> {
  return page.frameLocator('dialog iframe');
}

/** The one in Alloy's page that ends it in success. */
export function finishButton(page: Page): Locator {
  return alloyPage(page).getByRole('button', { name: 'finish', exact: true });
}

export async function rectOf(locator: Locator): Promise<Rect> {
  const rect = await locator.boundingBox();
  if (!rect) throw new Error('It is not on screen.');
  return rect;
}

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect' }).click();
  await finishButton(page).waitFor();
}

async function finish(page: Page): Promise<void> {
  await finishButton(page).click();
  await page.getByRole('button', { name: 'Connected' }).waitFor();
}

/** Connects under a content security policy; tells what it blocked, and whether the layout got through. */
export async function connectUnderPolicy(
  { context }: BrowserCommandContext,
  options: OwnPageOptions,
): Promise<{ blocked: string[]; boxWidth: number | undefined }> {
  const page = await openOwnPage(context, options);
  try {
    const blocked: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) blocked.push(message.text());
    });
    await open(page);
    const box = await page.locator('.alloy-dialog-box').boundingBox();
    await finish(page);
    return { blocked, boxWidth: box?.width };
  } finally {
    await page.close();
  }
}

/** Opens the modal on a page with a scrollbar and turns the wheel over it: nothing behind may move. */
export const scrollBehindModal = (command: BrowserCommandContext) =>
  inOwnBrowser(command, { viewport: { width: 1000, height: 700 } }, async (context) => {
    const page = await openOwnPage(context);
    const button = page.getByRole('button', { name: /Connect/ });
    const heading = page.getByRole('heading', { name: 'Integrations' });
    await page.evaluate(() => {
      document.body.style.overflow = 'auto';
      document.body.style.textAlign = 'center';
    });
    await button.waitFor();
    const before = await heading.boundingBox();
    const scrollbarWidth = await page.evaluate(
      () => innerWidth - document.documentElement.clientWidth,
    );
    await open(page);
    const during = await heading.boundingBox();
    await page.mouse.move(20, 20);
    await page.mouse.wheel(0, 400);
    await page.mouse.move(500, 60);
    await page.mouse.wheel(0, 400);
    await page.keyboard.press('PageDown');
    const scrolledBy = await page.evaluate(() => scrollY);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    const after = await heading.boundingBox();
    await page.mouse.wheel(0, 400);
    await page.waitForFunction(() => scrollY > 0);
    const style = await page.evaluate(() => ({
      overflow: document.body.style.overflow,
      html: document.documentElement.getAttribute('style'),
    }));
    return { scrollbarWidth, before, during, after, scrolledBy, style };
  });

/** Leaves the page with the modal open, comes back by the back/forward cache, and finishes. */
export const leaveAndComeBack = (command: BrowserCommandContext) =>
  inOwnBrowser(command, {}, async (context) => {
    const page = await openOwnPage(context);
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => (document.title = String(persisted))),
    );
    await open(page);
    const { x, y, width, height } = await rectOf(finishButton(page));
    await page.goto(`${HOST_APP}/elsewhere`);
    // Playwright loses the frames of a page that comes back: what follows goes by the page and the mouse alone.
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.title !== '');
    const wasKept = (await page.title()) === 'true';
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForFunction(() => document.querySelector('[data-state="success"]'));
    await page.waitForFunction(() => !document.querySelector('dialog'));
    return wasKept;
  });

/** Opens the modal over a fullscreen element and finishes in it. */
export const openInFullscreen = (command: BrowserCommandContext) =>
  inOwnBrowser(command, {}, async (context) => {
    const page = await openOwnPage(context);
    await page.evaluate(() => document.querySelector('main')?.requestFullscreen());
    await open(page);
    await finish(page);
    return page.evaluate(() => document.fullscreenElement?.localName);
  });

/** Opens it in two tabs of one browser, and finishes in the first. */
export const openInTwoTabs = (command: BrowserCommandContext) =>
  inOwnBrowser(command, {}, async (context) => {
    const first = await openOwnPage(context);
    const second = await openOwnPage(context);
    await open(first);
    await open(second);
    await finish(first);
    return second.locator('.alloy-button').getAttribute('data-state');
  });
