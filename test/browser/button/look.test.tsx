/** How the button looks and how much room it takes, with alloy-react/styles.css and without. */
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { IntegrationButton, type IntegrationButtonProps } from '../../../src';
import styles from '../../../src/styles.css?inline';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from '../../../src/testing';
import { takeConsole } from '../../support/console';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
const withStyles = (): void => void document.adoptedStyleSheets.push(sheet);

afterEach(() => {
  document.adoptedStyleSheets = [];
  document.documentElement.removeAttribute('style');
});

function Tested({ alloy, ...props }: IntegrationButtonProps & { alloy: FakeAlloy }): ReactElement {
  return (
    <AlloyTestProvider alloy={alloy} preload="none">
      <IntegrationButton integrationId="i1" {...props} />
    </AlloyTestProvider>
  );
}

const button = (): HTMLElement => screen.getByRole('button');

/** Through every state, told of each. */
async function walk(alloy: FakeAlloy, onState: () => void): Promise<void> {
  const states = new Set<string | undefined>();
  const see = (): void => {
    states.add(button().dataset.alloyState);
    onState();
  };
  const observer = new MutationObserver(see);
  observer.observe(button(), { attributeFilter: ['data-alloy-state'] });
  see();
  alloy.token.failNext(401);
  button().click();
  await screen.findByRole('button', { name: 'Try again' });
  expect(takeConsole('warn')).toHaveLength(1);
  button().click();
  await alloy.modal.succeed();
  await screen.findByRole('button', { name: 'Connected' });
  observer.disconnect();
  expect([...states]).toEqual(['idle', 'loading', 'error', 'open', 'success']);
}

describe('with the stylesheet', () => {
  test.each<[string, Partial<IntegrationButtonProps>]>([
    ['as it comes', {}],
    ['with a text of its own', { children: 'Connect your Shopify store' }],
    ['with an icon', { icon: <svg viewBox="0 0 16 16" />, children: 'Shopify' }],
    ['in other words', { labels: { idle: 'Mit dem Laden verbinden', open: 'Läuft' } }],
  ])('%s it keeps its size in every state', async (_, props) => {
    withStyles();
    const alloy = createFakeAlloy();
    render(<Tested alloy={alloy} {...props} />);
    const sizes = new Set<string>();
    await walk(alloy, () => {
      const { width, height } = button().getBoundingClientRect();
      sizes.add(`${width} x ${height}`);
    });
    expect([...sizes]).toHaveLength(1);
  });

  test('its name is its label alone, though it has room for all of them', async () => {
    withStyles();
    const alloy = createFakeAlloy();
    render(<Tested alloy={alloy} />);
    const names = new Set<string>();
    await walk(alloy, () => {
      expect(button()).toHaveAccessibleName(button().textContent);
      names.add(button().textContent);
    });
    expect([...names]).toEqual(['Connect', 'Opening…', 'Try again', 'Connecting…', 'Connected']);
    expect(await commands.namesOfButtons()).toEqual(['Connected']);
  });

  test('its state shows whatever a tooltip around it does to data-state', () => {
    withStyles();
    render(<Tested alloy={createFakeAlloy()} data-state="closed" installed />);
    const connected = getComputedStyle(button()).backgroundColor;
    expect(connected).toBe('rgb(255, 255, 255)');
  });

  test.each([
    ['hidden', { hidden: true }, 'none'],
    ['shown', {}, 'inline-flex'],
  ])('%s is %s', (_, props, display) => {
    withStyles();
    render(<Tested alloy={createFakeAlloy()} {...props} />);
    expect(getComputedStyle(screen.getByRole('button', { hidden: true })).display).toBe(display);
  });

  test('in a shadow root that links it, it looks the same', () => {
    withStyles();
    render(<Tested alloy={createFakeAlloy()} />);
    const looks = ({ backgroundColor, color, height, borderRadius }: CSSStyleDeclaration) => [
      ...[backgroundColor, color, height, borderRadius],
    ];
    const outside = looks(getComputedStyle(button()));
    document.adoptedStyleSheets = [];

    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    render(createPortal(<Tested alloy={createFakeAlloy()} />, root));
    const inside = root.querySelector('button');
    expect(inside && looks(getComputedStyle(inside))).toEqual(outside);
    host.remove();
  });

  test('resets of bare elements take nothing of it, and a class of the host changes it', () => {
    withStyles();
    const host = new CSSStyleSheet();
    host.replaceSync(`
      *, ::before, ::after { border-width: 0; border-style: solid; padding: 0; margin: 0 }
      html body button { background: none; color: inherit; border-radius: 0; font: inherit }
      .mine { border-radius: 9px }
    `);
    const look = (): (string | number)[] => {
      const { backgroundColor, color, paddingInlineStart, fontSize } = getComputedStyle(button());
      return [backgroundColor, color, paddingInlineStart, fontSize];
    };
    render(<Tested alloy={createFakeAlloy()} className="mine" />);
    const before = look();
    document.adoptedStyleSheets.push(host);
    expect(look()).toEqual(before);
    expect(getComputedStyle(button()).borderRadius).toBe('9px');
  });
});

test('without the stylesheet nothing beside it moves when its state changes', async () => {
  const alloy = createFakeAlloy();
  render(
    <div style={{ display: 'flex', gap: 20 }}>
      <Tested alloy={alloy} style={{ width: 120 }} />
      <b>beside it</b>
    </div>,
  );
  const places = new Set<number>();
  await walk(alloy, () => places.add(screen.getByText('beside it').offsetLeft));
  expect([...places]).toHaveLength(1);
});
