/** The catalog under the stylesheets that host apps have, as npm brings them: every part stays where it is. */
import bootstrap from 'bootstrap/dist/css/bootstrap.css?inline';
import normalize from 'normalize.css/normalize.css?inline';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { commands, userEvent } from 'vitest/browser';
import { IntegrationCatalog } from '../../../src';
import styles from '../../../src/styles.css?inline';
import { AlloyTestProvider, createFakeAlloy } from '../../../src/testing';
import { installed, shopify, slack } from '../../react/support/sandbox-provider';

const HELD = ['display', 'position', 'float', 'listStyleType', 'textAlign', 'whiteSpace'] as const;
const SPACED = ['marginTop', 'marginInlineStart', 'paddingTop', 'paddingInlineStart'] as const;
const DRAWN = ['borderTopWidth', 'backgroundImage', 'backgroundColor', 'cursor'] as const;
const TYPE = ['fontSize', 'fontWeight', 'lineHeight', 'color'] as const;

const sheets: HTMLStyleElement[] = [];

function addSheet(css: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  sheets.push(sheet);
}

afterEach(() => sheets.splice(0).forEach((sheet) => sheet.remove()));

/** Where each part is, how large it is, and what holds it there. */
function structure(): string[] {
  const section = screen.getByRole('region', { name: 'Integrations' });
  const origin = section.getBoundingClientRect();
  return [...section.querySelectorAll<HTMLElement>('*:not(bdi, circle, path)')].map((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    const box = [left - origin.left, top - origin.top, width, height].map(Math.round);
    const style = getComputedStyle(part);
    const names = [...HELD, ...SPACED, ...DRAWN, ...(part.textContent === '' ? [] : TYPE)];
    const held = names.map((name) => `${name}: ${style[name]}`);
    return `${part.localName}.${part.className} ${[...box, ...held].join('; ')}`;
  });
}

const PREFLIGHT = '@tailwind base;';

test.each<[string, () => string | Promise<string>]>([
  ['Bootstrap', () => bootstrap],
  ['normalize.css', () => normalize],
  ['Tailwind 3', () => commands.tailwind3(PREFLIGHT, [])],
  ['Tailwind 3 with forms', () => commands.tailwind3(PREFLIGHT, [], { withForms: true })],
  ['Tailwind 4', () => commands.tailwind4("@import 'tailwindcss';", [])],
])('under %s every part of the catalog is where it is without it', async (_, sheet) => {
  // The order that the guide tells users of Tailwind 4 to write; it means nothing to the others.
  addSheet(`@layer theme, base, alloy, components, utilities; ${styles}`);
  const alloy = createFakeAlloy({ integrations: [installed(shopify), slack] });
  render(
    // What is the page's own, and not the catalog's.
    <div style={{ font: '16px/1.5 monospace', width: '900px' }}>
      <AlloyTestProvider alloy={alloy} disconnectUrl="/off">
        <IntegrationCatalog />
      </AlloyTestProvider>
    </div>,
  );
  await screen.findByRole('article', { name: 'Slack' });
  await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }));
  const before = structure();
  expect(before.length).toBeGreaterThan(30);
  addSheet(await sheet());
  expect(structure()).toEqual(before);
});
