/** The button as one part among others: refs, elements, props and translators that it did not bring. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createRef,
  forwardRef,
  type ComponentPropsWithRef,
  type ReactElement,
  type ReactNode,
} from 'react';
import { describe, expect, test, vi } from 'vitest';
import { IntegrationButton, type IntegrationButtonProps } from '../../../src';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from '../../../src/testing';
import { takeConsole } from '../../support/console';

function Tested({ alloy, ...props }: IntegrationButtonProps & { alloy: FakeAlloy }): ReactElement {
  return (
    <AlloyTestProvider alloy={alloy} preload="none">
      <IntegrationButton integrationId="i1" {...props} />
    </AlloyTestProvider>
  );
}

const button = (): HTMLElement => screen.getByRole('button');

describe('refs', () => {
  const alloy = createFakeAlloy();
  const Provider = ({ children }: { children: ReactNode }): ReactElement => (
    <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>
  );
  const DesignButton = forwardRef<HTMLButtonElement, ComponentPropsWithRef<'button'>>(
    function DesignButton(props, ref) {
      return <button {...props} ref={ref} />;
    },
  );

  test.each([
    ['an element', (ref: () => void) => <button ref={ref} />],
    ['a component', (ref: () => void) => <DesignButton ref={ref} />],
  ])('of the host and of %s in render both get the element, and null at the end', (_, element) => {
    const ofHost = vi.fn<(node: HTMLButtonElement | null) => undefined>();
    const ofElement = vi.fn<(node?: HTMLButtonElement | null) => undefined>();
    const tested = (): ReactElement => (
      <IntegrationButton integrationId="i1" ref={ofHost} render={element(ofElement)} />
    );
    const view = render(tested(), { wrapper: Provider });
    const node = button();
    expect(ofHost.mock.calls).toEqual([[node]]);
    expect(ofElement.mock.calls).toEqual([[node]]);
    view.rerender(tested());
    expect(ofHost).toHaveBeenCalledOnce();
    view.unmount();
    expect(ofHost.mock.lastCall).toEqual([null]);
    expect(ofElement.mock.lastCall).toEqual([null]);
  });

  test('an object and a function go together', () => {
    const object = createRef<HTMLButtonElement>();
    const fn = vi.fn<(node: HTMLButtonElement | null) => undefined>();
    const view = render(
      <IntegrationButton integrationId="i1" ref={object} render={<button ref={fn} />} />,
      { wrapper: Provider },
    );
    expect(object.current).toBe(button());
    expect(fn).toHaveBeenLastCalledWith(button());
    view.unmount();
    expect(object.current).toBeNull();
  });
});

test('a description by the host stays when there is a reason to tell', async () => {
  const alloy = createFakeAlloy();
  alloy.token.failNext(401);
  render(
    <>
      <p id="help">Needs an admin</p>
      <Tested alloy={alloy} aria-describedby="help" />
    </>,
  );
  expect(button()).toHaveAccessibleDescription('Needs an admin');
  await userEvent.click(button());
  await screen.findByRole('button', { name: 'Try again' });
  expect(button()).toHaveAccessibleDescription('Try again: That did not work. Needs an admin');
  expect(button()).toHaveAttribute('data-error', 'token/unauthorized');
  expect(takeConsole('warn')).toHaveLength(1);
});

test('one that is disabled by aria-disabled opens nothing', async () => {
  const alloy = createFakeAlloy();
  render(<Tested alloy={alloy} aria-disabled="true" />);
  await userEvent.click(button());
  expect(button()).toHaveAttribute('data-alloy-state', 'idle');
  expect(alloy.modal.current).toBeNull();
});

test.each<[string, IntegrationButtonProps['children']]>([
  ['false', false],
  ['null', null],
  ['nothing but false', [false, null, '']],
  ['a function that returns nothing', () => null],
])('children that are %s leave it its name', (_, children) => {
  render(<Tested alloy={createFakeAlloy()}>{children}</Tested>);
  expect(button()).toHaveAccessibleName('Connect');
});

test('a state of a tooltip around it takes data-state, and nothing else', () => {
  render(<Tested alloy={createFakeAlloy()} data-state="closed" />);
  expect(button()).toHaveAttribute('data-state', 'closed');
  expect(button()).toHaveAttribute('data-alloy-state', 'idle');
});

/** As Google Translate leaves a page: each text is in elements of its own, and no longer the node that React made. */
function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) {
    // TypeScript calls it deprecated; translators do not.
    const font = document.createElement('font' as 'span');
    const inner = document.createElement('font' as 'span');
    inner.textContent = `Ü ${text.data}`;
    font.append(inner);
    text.replaceWith(font);
  }
}

describe('a page that is translated by the browser', () => {
  test.each<[string, Partial<IntegrationButtonProps>]>([
    ['its own label', {}],
    ['a text', { children: 'Connect Shopify' }],
    ['an element', { children: <b>Connect Shopify</b> }],
    ['texts and elements', { children: ['Connect ', <b key="b">Shopify</b>, ' now'] }],
    ['a function', { children: ({ label }) => `${label}!` }],
    [
      'a function of texts',
      { children: ({ status, label }) => [status === 'idle' && 'Do ', label] },
    ],
    ['a text beside an icon', { icon: '→', children: 'Connect' }],
  ])('can have its button with %s go through its states', async (_, props) => {
    const alloy = createFakeAlloy();
    const view = render(<Tested alloy={alloy} {...props} />);
    translate(view.container);
    await userEvent.click(button());
    await alloy.modal.dismiss();
    translate(view.container);
    await userEvent.click(button());
    await vi.waitFor(() => expect(button()).toHaveTextContent('Connecting…'));
    translate(view.container);
    await alloy.modal.succeed();
    await vi.waitFor(() => expect(button()).toHaveTextContent('Connected'));
    expect(button()).not.toHaveTextContent('Connecting…');
    translate(view.container);
    act(() => view.unmount());
    expect(view.container).toBeEmptyDOMElement();
  });
});
