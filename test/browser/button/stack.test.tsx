/** What the guide "In your stack" says of stylesheets, with Tailwind itself. */
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { IntegrationButton } from '../../../src';
import styles from '../../../src/styles.css?inline';
import { AlloyTestProvider, createFakeAlloy } from '../../../src/testing';

const CLASSES = ['rounded-full', 'px-6'];
const TAILWIND_3 = '@tailwind base; @tailwind components; @tailwind utilities;';
const ORDER = '@layer theme, base, alloy, components, utilities;';

afterEach(() => document.querySelectorAll('style[data-host]').forEach((style) => style.remove()));

function addStyles(css: string): void {
  const style = document.createElement('style');
  style.dataset.host = '';
  style.textContent = css;
  document.head.append(style);
}

function look(name: string): string[] {
  const { backgroundColor, color, paddingInlineStart, borderRadius, fontSize, borderTopWidth } =
    getComputedStyle(screen.getByRole('button', { name }));
  return [backgroundColor, color, paddingInlineStart, borderRadius, fontSize, borderTopWidth];
}

let plain: string[];

beforeEach(() => {
  const alloy = createFakeAlloy();
  // Measured at once, not on its way from one colour to the next.
  const props = { integrationId: 'i1', style: { transition: 'none' } };
  addStyles(styles);
  render(
    <AlloyTestProvider alloy={alloy} preload="none">
      <IntegrationButton {...props}>Plain</IntegrationButton>
      <IntegrationButton {...props} className={CLASSES.join(' ')}>
        With utilities
      </IntegrationButton>
    </AlloyTestProvider>,
  );
  plain = look('Plain');
  document.querySelector('style[data-host]')?.remove();
});

test.each<[string, () => Promise<string>]>([
  [
    'Tailwind 4, in the order of the guide',
    () =>
      commands.tailwind4(
        `${ORDER} @import 'tailwindcss'; @import 'alloy-react/styles.css';`,
        CLASSES,
      ),
  ],
  [
    'Tailwind 4, the package first',
    async () => ORDER + styles + (await commands.tailwind4("@import 'tailwindcss';", CLASSES)),
  ],
  [
    'Tailwind 4, the package last',
    async () => ORDER + (await commands.tailwind4("@import 'tailwindcss';", CLASSES)) + styles,
  ],
  ['Tailwind 3 after it', async () => styles + (await commands.tailwind3(TAILWIND_3, CLASSES))],
  ['Tailwind 3 before it', async () => (await commands.tailwind3(TAILWIND_3, CLASSES)) + styles],
  [
    'Tailwind 3 with its reset in a layer',
    async () =>
      '@layer tailwind-base, alloy;' +
      (await commands.tailwind3(
        '@layer tailwind-base { @tailwind base; } @tailwind components; @tailwind utilities;',
        CLASSES,
      )) +
      styles,
  ],
])('%s: the button keeps its look, and utilities win over it', async (_, css) => {
  addStyles(await css());
  expect(look('Plain')).toEqual(plain);
  const [background, color, padding, radius] = look('With utilities');
  expect([background, color]).toEqual(plain.slice(0, 2));
  expect(padding).toBe('24px');
  expect(parseFloat(radius ?? '')).toBeGreaterThan(1000);
});

test('a reset in a layer in front of that of the package takes nothing of the button', () => {
  addStyles(`@layer reset, alloy; @layer reset { button { all: unset } } ${styles}`);
  expect(look('Plain')).toEqual(plain);
});
