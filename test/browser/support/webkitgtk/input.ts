/** What Vitest's `userEvent` asks of a provider, as real input over WebDriver. */
import { parseKeyDef } from '@vitest/browser';
import type { BrowserCommandContext } from 'vitest/node';
import { characterOf } from './keys.ts';
import type { ElementReference, Session } from './session.ts';

type Context = BrowserCommandContext & { session: Session };

/** In the coordinates of the whole page. */
export interface Point {
  x: number;
  y: number;
}

/** An element of a page in a frame of another origin. */
export interface FrameTarget {
  role: string;
  name: string | undefined;
  exact: boolean;
}

const ROLES: Record<string, string> = {
  button: 'button',
  textbox: 'input, textarea',
  heading: 'h1, h2, h3, h4, h5, h6',
};
const FRAME_LOADS_MS = 10_000;

const move = ({ x, y }: Point): unknown => ({
  type: 'pointerMove',
  duration: 0,
  x: Math.round(x),
  y: Math.round(y),
});
const DOWN = { type: 'pointerDown', button: 0 };
const UP = { type: 'pointerUp', button: 0 };

function mouse(session: Session, actions: unknown[]): Promise<void> {
  return session.perform({
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions,
  });
}

export function click({ session }: Context, at: Point, times = 1): Promise<void> {
  return mouse(session, [move(at), ...Array.from({ length: times }, () => [DOWN, UP]).flat()]);
}

export function hover({ session }: Context, at: Point): Promise<void> {
  return mouse(session, [move(at)]);
}

export function wheel({ session }: Context, at: Point, delta: Point): Promise<void> {
  const { x, y } = at;
  const scroll = { type: 'scroll', x, y, deltaX: delta.x, deltaY: delta.y, duration: 0 };
  return session.perform({ type: 'wheel', id: 'wheel', actions: [scroll] });
}

interface Pressed {
  unreleased: string[];
}

export async function keyboard(
  { session }: Context,
  text: string,
  { unreleased }: Pressed,
): Promise<Pressed> {
  const pressed = new Set(unreleased);
  const actions: unknown[] = [];
  const up = (key: string): void => {
    actions.push({ type: 'keyUp', value: characterOf(key) });
    pressed.delete(key);
  };
  for (const { keyDef, releasePrevious, releaseSelf, repeat } of parseKeyDef(text)) {
    const { key = '' } = keyDef;
    if (pressed.has(key)) up(key);
    if (releasePrevious) continue;
    for (let time = 0; time < repeat; time++) {
      actions.push({ type: 'keyDown', value: characterOf(key) });
    }
    pressed.add(key);
    if (releaseSelf) up(key);
  }
  // A key right behind a script's focus() goes to the frame that had the focus before.
  await session.rendered();
  await session.perform({ type: 'key', id: 'keyboard', actions });
  return { unreleased: [...pressed] };
}

export async function cleanUp(context: Context, { unreleased }: Pressed): Promise<void> {
  const actions = unreleased.map((key) => ({ type: 'keyUp', value: characterOf(key) }));
  await context.session.perform({ type: 'key', id: 'keyboard', actions });
}

export async function type(
  context: Context,
  selector: string,
  text: string,
  { unreleased }: Pressed,
): Promise<Pressed> {
  const { session } = context;
  const tester = await session.run<ElementReference>(FIND_TESTER);
  await session.switchTo(tester);
  const at = await session.run<Point>(POINT_OF_SELECTOR, selector);
  await session.switchTo(null);
  await click(context, at);
  return keyboard(context, text, { unreleased });
}

/**
 * Where an element is in the frame that the page's locators have noted, in the coordinates of the frame. The frame has
 * the driver's focus from then on.
 */
export async function findInFrame(
  { session }: Context,
  { role, name, exact }: FrameTarget,
): Promise<Point> {
  const tester = await session.run<ElementReference>(FIND_TESTER);
  await session.switchTo(tester);
  await session.switchTo(await session.run<ElementReference>('return window.frameToClickIn'));
  const until = Date.now() + FRAME_LOADS_MS;
  let at: Point | null = null;
  while (!at && Date.now() < until) {
    at = await session.run<Point | null>(POINT_OF_ROLE, ROLES[role] ?? role, name ?? null, exact);
  }
  await session.switchTo(null);
  if (!at) throw new Error(`The frame has no ${role} "${name ?? ''}".`);
  return at;
}

const FIND_TESTER = `return document.querySelector('iframe[data-vitest]')`;

const POINT_OF_SELECTOR = `
  const element = document.querySelector(arguments[0]);
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const frame = window.frameElement.getBoundingClientRect();
  return { x: frame.x + x + width / 2, y: frame.y + y + height / 2 };`;

const POINT_OF_ROLE = `
  const [css, name, exact] = arguments;
  const element = [...document.querySelectorAll(css)].find((each) => {
    const text = each.textContent.trim();
    return name === null || (exact ? text === name : text.toLowerCase().includes(name.toLowerCase()));
  });
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };`;
