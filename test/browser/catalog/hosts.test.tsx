import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { IntegrationCatalog } from '../../../src';
import '../../../src/styles.css';
import { AlloyTestProvider, createFakeAlloy } from '../../../src/testing';
import { installed, shopify, slack } from '../../react/support/sandbox-provider';
import { violations } from '../support/violations';

function renderIn(children: ReactNode, integrations = [shopify, slack]) {
  const alloy = createFakeAlloy({ integrations });
  render(
    <AlloyTestProvider alloy={alloy}>
      <main>
        <h1>Settings</h1>
        <h2>Integrations</h2>
        {children}
      </main>
    </AlloyTestProvider>,
  );
  return alloy;
}

function card(name: string): Promise<HTMLElement> {
  return screen.findByRole('article', { name });
}

test.each<[string, CSSProperties]>([
  ['a flex row', { display: 'flex' }],
  ['a grid of auto columns', { display: 'grid', gridTemplateColumns: 'auto' }],
  ['inline-block', { display: 'inline-block' }],
  ['fit-content', { inlineSize: 'fit-content' }],
  ['absolute', { position: 'absolute' }],
  ['a table cell', { display: 'table-cell' }],
])(
  'in a %s it is as wide as two columns, and on a phone as wide as the screen',
  async (_, style) => {
    renderIn(
      <div style={style}>
        <IntegrationCatalog />
      </div>,
    );
    await card('Slack');
    const section = screen.getByRole('region', { name: 'Integrations' });
    expect(section.clientWidth).toBeGreaterThan(600);
    await page.viewport(390, 800);
    expect(section.clientWidth).toBeLessThanOrEqual(390);
    expect(section.clientWidth).toBeGreaterThan(250);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    await page.viewport(1280, 900);
  },
);

test('inside a form of the host it neither submits nor is reset', async () => {
  const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
  renderIn(
    <form onSubmit={onSubmit} data-testid="form">
      <IntegrationCatalog />
    </form>,
    [installed(shopify), slack],
  );
  const orders = within(await card('Shopify')).getByRole('switch', { name: 'Order sync' });
  expect(orders).toHaveAccessibleDescription('Shopify');
  await userEvent.click(orders);
  await waitFor(() => expect(orders).not.toBeChecked());
  await userEvent.type(screen.getByRole('searchbox'), 'shop{Enter}');
  screen.getByTestId<HTMLFormElement>('form').reset();
  expect(onSubmit).not.toHaveBeenCalled();
  expect(orders).not.toBeChecked();
  expect(screen.getByRole('searchbox')).toHaveValue('shop');
});

test('Escape clears the search before it reaches the host, and says how many there are', async () => {
  const onEscape = vi.fn();
  document.addEventListener('keydown', onEscape, true);
  document.addEventListener('keyup', onEscape, true);
  renderIn(<IntegrationCatalog />);
  await card('Slack');
  await userEvent.type(screen.getByRole('searchbox'), 'slack');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  onEscape.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('searchbox')).toHaveValue('');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  screen.getByText('2 integrations');
  expect(onEscape).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onEscape).toHaveBeenCalled();
  document.removeEventListener('keydown', onEscape, true);
  document.removeEventListener('keyup', onEscape, true);
});

test('a card stays while its modal is open, though the host filters it out, and success is told', async () => {
  const onSuccess = vi.fn();
  const alloy = renderIn(
    <IntegrationCatalog filter={(one) => !one.installed} onSuccess={onSuccess} />,
  );
  await userEvent.click(within(await card('Shopify')).getByRole('button', { name: 'Connect' }));
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  alloy.api.setInstalled('shopify');
  fireEvent.focus(window);
  await waitFor(() => expect(screen.getByText('Installed')).toBeVisible());
  await alloy.modal.succeed();
  await waitFor(() =>
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ installed: true })),
  );
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Shopify' })).toBeNull());
  // The button that had the focus is gone with its card.
  await waitFor(() => expect(screen.getByRole('region')).toHaveFocus());
});

test('what was connected here and removed elsewhere is to be connected again', async () => {
  const alloy = renderIn(<IntegrationCatalog />);
  const one = within(await card('Shopify'));
  await userEvent.click(one.getByRole('button', { name: 'Connect' }));
  await alloy.modal.succeed();
  await one.findByText('Installed');
  alloy.api.setInstalled('shopify', false);
  fireEvent.focus(window);
  await one.findByRole('button', { name: 'Connect' });
  expect(one.queryByText('Installed')).toBeNull();
});

test('search and list come back together after the host has shown another list', async () => {
  function Tabs(): ReactElement {
    const [isAll, setIsAll] = useState(true);
    return (
      <>
        <button onClick={() => setIsAll(!isAll)}>Tab</button>
        <IntegrationCatalog filter={() => isAll} />
      </>
    );
  }
  renderIn(<Tabs />);
  await card('Slack');
  await userEvent.type(screen.getByRole('searchbox'), 'slack');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  await userEvent.click(screen.getByRole('button', { name: 'Tab' }));
  await userEvent.click(screen.getByRole('button', { name: 'Tab' }));
  await card('Slack');
  expect(screen.getByRole('searchbox')).toHaveValue('slack');
  expect(screen.getAllByRole('article')).toHaveLength(1);
});

test('a card with sixty workflows is folded, and unfolds', async () => {
  const [workflow] = shopify.workflows;
  const workflows = Array.from({ length: 60 }, (_, index) => ({
    ...(workflow ?? slack.workflows[0]),
    workflowId: `w${index}`,
    name: `Workflow ${index}`,
  })) as typeof shopify.workflows;
  renderIn(<IntegrationCatalog headingLevel={3} />, [installed({ ...shopify, workflows })]);
  const one = await card('Shopify');
  expect(one.clientHeight).toBeLessThan(500);
  expect(within(one).getAllByRole('switch')).toHaveLength(5);
  expect(await violations()).toEqual([]);
  await userEvent.click(within(one).getByRole('button', { name: 'Show all 60' }));
  expect(within(one).getAllByRole('switch')).toHaveLength(60);
});

test('what the host renders is its own, and null leaves no cell', async () => {
  renderIn(
    <IntegrationCatalog
      renderItem={(one) =>
        one.name === 'Slack' ? null : (
          <ul data-testid="own">
            <li>{one.name}</li>
          </ul>
        )
      }
    />,
  );
  const own = await screen.findByTestId('own');
  // As browsers draw a list in a list.
  expect(getComputedStyle(own).listStyleType).toBe('circle');
  expect(getComputedStyle(own).paddingInlineStart).toBe('40px');
  screen.getByText('1 integration');
});
