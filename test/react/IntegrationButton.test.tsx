import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { IntegrationButton, type AlloyError } from '../../src';
import { AlloyTestProvider, createFakeAlloy } from '../../src/testing';

const button = (): HTMLElement => screen.getByRole('button');

test('goes from Connect to Connected when the user finishes in the modal', async () => {
  const alloy = createFakeAlloy();
  const onSuccess = vi.fn();
  const onSettled = vi.fn();
  render(
    <StrictMode>
      <AlloyTestProvider alloy={alloy}>
        <IntegrationButton integrationId="i1" onSuccess={onSuccess} onSettled={onSettled} />
      </AlloyTestProvider>
    </StrictMode>,
  );
  expect(button()).toHaveTextContent('Connect');
  expect(button()).toHaveAttribute('data-state', 'idle');
  await userEvent.click(button());
  expect(await screen.findByRole('button', { name: 'Connecting…' })).toHaveAttribute(
    'data-state',
    'open',
  );
  expect(alloy.modal.current).toEqual({ kind: 'install', options: { integrationId: 'i1' } });
  await alloy.modal.succeed();
  expect(button()).toHaveTextContent('Connected');
  expect(button()).toHaveAttribute('data-state', 'success');
  expect(screen.getByRole('status')).toHaveTextContent('Connected');
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith({ integrationId: 'i1' });
  expect(onSettled).toHaveBeenCalledExactlyOnceWith({
    status: 'success',
    result: { integrationId: 'i1' },
  });
  expect(alloy.token.requests).toBe(1);
});

test('is Connect again after a dismissal, and says so to the app alone', async () => {
  const alloy = createFakeAlloy();
  const onDismiss = vi.fn();
  render(
    <AlloyTestProvider alloy={alloy}>
      <IntegrationButton integrationId="i1" onDismiss={onDismiss} />
    </AlloyTestProvider>,
  );
  await userEvent.click(button());
  await alloy.modal.dismiss();
  expect(button()).toHaveTextContent('Connect');
  expect(button()).toHaveAttribute('data-state', 'dismissed');
  expect(onDismiss).toHaveBeenCalledTimes(1);
});

test('shows a failure and tries again at the next click', async () => {
  const alloy = createFakeAlloy();
  const onError = vi.fn<(error: AlloyError) => void>();
  alloy.token.failNext(401, 2);
  render(
    <AlloyTestProvider alloy={alloy}>
      <IntegrationButton integrationId="i1" onError={onError} />
    </AlloyTestProvider>,
  );
  await userEvent.click(button());
  await screen.findByRole('button', { name: 'Try again' });
  expect(button()).toHaveAttribute('data-state', 'error');
  expect(onError.mock.lastCall?.[0].code).toBe('token/unauthorized');
  alloy.token.failNext(200, 0);
  await userEvent.click(button());
  await alloy.modal.succeed();
  expect(button()).toHaveTextContent('Connected');
});
