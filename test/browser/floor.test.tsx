/** What a browser of the floor lacks is taken away, and the modal and the button do without. */
import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { GUARDED } from '../../scripts/floor/guarded.mjs';
import { IntegrationButton } from '../../src';
import styles from '../../src/styles.css?inline';
import { closeButton, inside, modalIsGone, openByButton, Provider } from './support/modal-harness';
import { violations } from './support/violations';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanups.splice(0)) cleanUp();
});

/** Until the end of the test. */
function take<Owner extends object>(owner: Owner, name: keyof Owner & string): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (!descriptor) throw new Error(`There is no ${name} to take away.`);
  Reflect.deleteProperty(owner, name);
  cleanups.push(() => Object.defineProperty(owner, name, descriptor));
}

function addStyles(css: string): void {
  const element = document.createElement('style');
  element.textContent = css;
  document.head.append(element);
  cleanups.push(() => element.remove());
}

/** As a browser throws that does not know a part of a selector. */
function refuseSelector(part: string): void {
  for (const method of ['matches', 'closest', 'querySelector', 'querySelectorAll'] as const) {
    const { [method]: real } = Element.prototype;
    vi.spyOn(Element.prototype, method).mockImplementation(function (
      this: Element,
      selector: string,
    ) {
      if (selector.includes(part)) throw new SyntaxError(`'${selector}' is not a valid selector`);
      return Reflect.apply(real, this, [selector]) as never;
    });
  }
}

function show(element: HTMLElement | null): void {
  if ('showPopover' in HTMLElement.prototype) element?.showPopover();
}

type Guarded = (typeof GUARDED)[number]['feature'];

const WITHOUT: Record<Guarded | 'visualViewport' | 'IntersectionObserver', () => void> = {
  'api.Document.adoptedStyleSheets': () => take(Document.prototype, 'adoptedStyleSheets'),
  'css.properties.scrollbar-gutter': () => {
    const { insertRule } = CSSStyleSheet.prototype;
    vi.spyOn(CSSStyleSheet.prototype, 'insertRule').mockImplementation(function (
      this: CSSStyleSheet,
      rule,
    ) {
      return insertRule.call(this, rule.replace(/scrollbar-gutter:[^;}]*/, ''));
    });
  },
  'css.selectors.popover-open': () => {
    take(HTMLElement.prototype, 'popover');
    take(HTMLElement.prototype, 'showPopover');
    refuseSelector(':popover-open');
    // What such a browser does not hide.
    addStyles('[popover] { display: block !important }');
  },
  'css.types.color.light-dark': () => undefined,
  visualViewport: () => take(window, 'visualViewport'),
  IntersectionObserver: () => take(globalThis, 'IntersectionObserver'),
};

describe.each(Object.entries(WITHOUT))('without %s', (_, takeAway) => {
  test('the modal opens, closes and finishes, and the focus comes back', async () => {
    takeAway();
    render(
      <div popover="auto" ref={show}>
        <Provider>
          <IntegrationButton integrationId="i1" />
        </Provider>
      </div>,
    );
    await openByButton();
    await userEvent.keyboard('{Escape}');
    await modalIsGone();
    expect(screen.getByRole('button', { name: 'Connect' })).toHaveFocus();

    const frame = await openByButton();
    expect(closeButton()).toBeVisible();
    await inside(frame).getByRole('button', { name: 'finish', exact: true }).click();
    await screen.findByRole('button', { name: 'Connected' });
    await modalIsGone();
  });
});

test('without light-dark(), the button and the modal have the light colours, which can be read', async () => {
  addStyles(styles.replaceAll('light-dark(', 'unknown('));
  render(
    <main>
      <h1>Integrations</h1>
      <Provider>
        <IntegrationButton integrationId="i1" />
      </Provider>
    </main>,
  );
  const { backgroundColor, color } = getComputedStyle(screen.getByRole('button'));
  expect(backgroundColor).toBe('rgb(24, 24, 27)');
  expect(color).toBe('rgb(255, 255, 255)');
  await openByButton();
  expect(await violations()).toEqual([]);
});
