/** Vitest's locators in the page, for a driver that is told where to click. */
import {
  ensureAwaited,
  getByRoleSelector,
  getByTextSelector,
  Locator,
  selectorEngine,
  triggerCommandWithTrace,
} from '@vitest/browser/locators';
import {
  page,
  type FrameLocator,
  type UserEventClickOptions,
  type UserEventHoverOptions,
  type SelectorOptions,
  type UserEventWheelOptions,
} from 'vitest/browser';
import type { FrameTarget, Point } from './input.ts';

declare global {
  interface Window {
    frameToClickIn?: Element;
  }
}

// As they are before a test takes the clock.
const { requestAnimationFrame } = window;
const now = performance.now.bind(performance);
const focusPage = window.focus.bind(window);
const nextFrame = (): Promise<unknown> =>
  new Promise((resolve) => Reflect.apply(requestAnimationFrame, window, [resolve]));
const ACTION_MS = 10_000;

function command<Result = void>(name: string, ...args: unknown[]): Promise<Result> {
  return triggerCommandWithTrace({ name, arguments: args });
}

/** From the corner of the element to a point in it: its middle, or where a test says. */
function pointIn(element: Element, position?: Partial<Point>): Point {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + (position?.x ?? width / 2), y: y + (position?.y ?? height / 2) };
}

/** What the page says of a point lies in frames of its own origin up to the driver's page. */
function inDriverPage({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect();
  return { x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0) };
}

function isHit(element: Element, { x, y }: Point): boolean {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit !== null && (element.contains(hit) || hit.contains(element));
}

/** Waits until the element rests and nothing lies over it, as a user would. */
async function pointToClick(element: Element, position?: Partial<Point>): Promise<Point> {
  const until = now() + ACTION_MS;
  let last = '';
  while (now() < until) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const point = pointIn(element, position);
    const place = JSON.stringify(point);
    if (place === last && isHit(element, point)) return inDriverPage(point);
    last = place;
    await nextFrame();
  }
  throw new Error(`It moves, or something lies over it: ${selectorEngine.previewNode(element)}`);
}

/** As `pointToClick`, of an element in a frame of another origin: nothing of this page lies over it. */
async function pointToClickInFrame(frame: HTMLElement, target: FrameTarget): Promise<Point> {
  const until = now() + ACTION_MS;
  let last = '';
  while (now() < until) {
    const at = await command<Point>('driver_findInFrame', target);
    const { x, y } = frame.getBoundingClientRect();
    const point = { x: x + frame.clientLeft + at.x, y: y + frame.clientTop + at.y };
    const place = JSON.stringify(point);
    if (place === last && isHit(frame, point)) return inDriverPage(point);
    last = place;
  }
  throw new Error(`It moves, or something lies over it: ${target.role} "${target.name ?? ''}"`);
}

class DrivenLocator extends Locator {
  readonly selector: string;

  constructor(selector: string, container?: Element) {
    super();
    this.selector = selector;
    this._pwSelector = selector;
    this._container = container;
  }

  /** The root of the page is in no other element, where the selector would look for it. */
  override async findElement(options?: SelectorOptions): Promise<HTMLElement | SVGElement> {
    return this._container === document.documentElement
      ? document.documentElement
      : super.findElement(options);
  }

  override click(options?: UserEventClickOptions): Promise<void> {
    return this.#press(1, options);
  }
  override dblClick(options?: UserEventClickOptions): Promise<void> {
    return this.#press(2, options);
  }
  override tripleClick(options?: UserEventClickOptions): Promise<void> {
    return this.#press(3, options);
  }
  #press(times: number, options?: UserEventClickOptions): Promise<void> {
    return ensureAwaited(async () => {
      const { position } = (options ?? {}) as { position?: Point };
      await command('driver_click', await pointToClick(await this.findElement(), position), times);
    });
  }
  override hover(options?: UserEventHoverOptions): Promise<void> {
    return ensureAwaited(async () => {
      const { position } = (options ?? {}) as { position?: Point };
      await command('driver_hover', await pointToClick(await this.findElement(), position));
    });
  }
  override wheel({ delta }: UserEventWheelOptions): Promise<void> {
    return ensureAwaited(async () => {
      const at = inDriverPage(pointIn(await this.findElement()));
      await command('driver_wheel', at, { x: delta?.x ?? 0, y: delta?.y ?? 0 });
    });
  }
  override clear(): Promise<void> {
    return this.fill('');
  }
  override fill(text: string): Promise<void> {
    return ensureAwaited(async () => {
      const element = await this.findElement();
      await command('driver_click', await pointToClick(element), 1);
      if (element instanceof HTMLInputElement) element.select();
      await command('__vitest_keyboard', text || '{Backspace}', { unreleased: [] });
    });
  }
  protected override locator(selector: string): DrivenLocator {
    return new DrivenLocator(`${this.selector} >> ${selector}`, this._container);
  }
  protected override elementLocator(element: Element): DrivenLocator {
    return new DrivenLocator(selectorEngine.generateSelectorSimple(element), element);
  }
}

/** Of a frame of another origin, where only the driver finds its way. */
function frameLocator(frame: Locator): FrameLocator {
  const getByRole = (
    role: string,
    { name, exact = false }: Partial<FrameTarget> = {},
  ): unknown => ({
    click: () =>
      ensureAwaited(async () => {
        const element = (await frame.findElement()) as HTMLElement;
        window.frameToClickIn = element;
        const at = await pointToClickInFrame(element, { role, name, exact });
        // The driver's look into the frame has put the focus there, and a click would move it no more.
        focusPage();
        await command('driver_click', at, 1);
      }),
  });
  return { getByRole } as FrameLocator;
}

page.extend({
  getByRole: (role, options) => new DrivenLocator(getByRoleSelector(role, options)),
  getByText: (text, options) => new DrivenLocator(getByTextSelector(text, options)),
  elementLocator: (element) =>
    new DrivenLocator(selectorEngine.generateSelectorSimple(element), element),
  frameLocator,
});
