/** A click as Safari makes it, which gives a button no focus. It is made here by a `mousedown` that is prevented. */
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { IntegrationButton } from '../../../src';
import { modal, modalIsGone, openByButton, Provider } from '../support/modal-harness';

const keepFocus = (event: Event): void => event.preventDefault();

beforeEach(() => window.addEventListener('mousedown', keepFocus, true));
afterEach(() => window.removeEventListener('mousedown', keepFocus, true));

test('the focus comes back to the button', async () => {
  render(
    <Provider>
      <IntegrationButton integrationId="i1" />
    </Provider>,
  );
  await openByButton();
  await userEvent.keyboard('{Escape}');
  await modalIsGone();
  expect(screen.getByRole('button', { name: 'Connect' })).toHaveFocus();
});

test('a popover around the button stays open', async () => {
  render(
    <div popover="auto" data-testid="host" ref={(element) => element?.showPopover()}>
      <Provider>
        <IntegrationButton integrationId="i1" />
      </Provider>
    </div>,
  );
  await openByButton();
  const host = screen.getByTestId('host');
  expect(host.matches(':popover-open')).toBe(true);
  expect(modal()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await modalIsGone();
  expect(host.matches(':popover-open')).toBe(true);
  expect(screen.getByRole('button', { name: 'Connect' })).toHaveFocus();
});
