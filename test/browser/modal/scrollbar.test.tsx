/** The scrollbar of the page behind keeps its place, with `scrollbar-gutter` and without. */
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { IntegrationButton } from '../../../src';
import { click, closeButton, modalIsGone, openByButton, Provider } from '../support/modal-harness';

const style = document.createElement('style');
// With a width of its own, a scrollbar takes place where the system draws it over the page.
style.textContent = `html { overflow-y: scroll } body { height: 3000px; text-align: center }
  ::-webkit-scrollbar { width: 14px } ::-webkit-scrollbar-thumb { background: #888 }`;

afterEach(() => style.remove());

test('nothing behind moves while the modal is open', async () => {
  document.head.append(style);
  render(
    <Provider>
      <h1>Integrations</h1>
      <IntegrationButton integrationId="i1" />
    </Provider>,
  );
  const heading = screen.getByRole('heading', { name: 'Integrations' });
  const before = heading.getBoundingClientRect().toJSON() as unknown;

  await openByButton();
  expect(heading.getBoundingClientRect().toJSON()).toEqual(before);
  await click(closeButton());
  await modalIsGone();
  expect(heading.getBoundingClientRect().toJSON()).toEqual(before);
});
