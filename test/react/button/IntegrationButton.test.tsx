import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, StrictMode, type ReactElement, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import {
  IntegrationButton,
  useAlloyInstall,
  type AlloyError,
  type IntegrationButtonProps,
} from '../../../src';
import { AlloyTestProvider, createFakeAlloy } from '../../../src/testing';

function renderButton(props: IntegrationButtonProps) {
  const alloy = createFakeAlloy();
  const wrapper = ({ children }: { children: ReactNode }): ReactElement => (
    <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>
  );
  return { alloy, ...render(<IntegrationButton {...props} />, { wrapper }) };
}

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

test('is a native button: its props, its ref and its events are the host’s', async () => {
  const ref = createRef<HTMLButtonElement>();
  const onClick = vi.fn();
  const onFocus = vi.fn();
  renderButton({
    ref,
    integrationId: 'i1',
    id: 'shopify',
    title: 'Connects your store',
    className: 'mine',
    style: { color: 'red' },
    'aria-describedby': 'help',
    onClick,
    onFocus,
  });
  expect(ref.current).toBe(button());
  expect(button()).toHaveAttribute('type', 'button');
  expect(button()).toHaveAttribute('id', 'shopify');
  expect(button()).toHaveAttribute('title', 'Connects your store');
  expect(button()).toHaveAttribute('aria-describedby', 'help');
  expect(button()).toHaveClass('alloy-button', 'mine');
  expect(button()).toHaveStyle({ color: 'rgb(255, 0, 0)' });
  await userEvent.tab();
  expect(button()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onFocus).toHaveBeenCalledTimes(1);
  expect(onClick).toHaveBeenCalledTimes(1);
  expect(await screen.findByRole('button', { name: 'Connecting…' })).toHaveFocus();
});

test('a click handler that calls preventDefault() keeps the modal closed', async () => {
  const { alloy } = renderButton({
    integrationId: 'i1',
    onClick: (event) => event.preventDefault(),
  });
  await userEvent.click(button());
  expect(button()).toHaveAttribute('data-state', 'idle');
  expect(alloy.modal.current).toBeNull();
});

test('a disabled one opens nothing', async () => {
  renderButton({ integrationId: 'i1', disabled: true });
  await userEvent.click(button());
  expect(button()).toBeDisabled();
  expect(button()).toHaveAttribute('data-state', 'idle');
});

test.each<[IntegrationButtonProps['whenInstalled'], object | null]>([
  [undefined, { operation: 'edit' }],
  ['update', { operation: 'update' }],
  ['install', { operation: 'install' }],
  ['nothing', null],
])('whenInstalled=%s: a click on an installed one opens %o', async (whenInstalled, options) => {
  const { alloy } = renderButton({ integrationId: 'i1', installed: true, whenInstalled });
  expect(button()).toHaveTextContent('Connected');
  expect(button()).toHaveAttribute('data-installed', 'true');
  await userEvent.click(button());
  if (options) {
    await waitFor(() => expect(alloy.modal.current?.options).toMatchObject(options));
  } else {
    expect(button()).toHaveAttribute('data-state', 'idle');
  }
});

test('stays Connected when a later edit is dismissed', async () => {
  const { alloy } = renderButton({ integrationId: 'i1' });
  await userEvent.click(button());
  await alloy.modal.succeed();
  await userEvent.click(button());
  await alloy.modal.dismiss();
  expect(button()).toHaveAttribute('data-state', 'dismissed');
  expect(button()).toHaveTextContent('Connected');
});

test('what was connected with one integration says nothing of the next', async () => {
  const { alloy, rerender } = renderButton({ integrationId: 'i1' });
  await userEvent.click(button());
  await alloy.modal.succeed();
  rerender(<IntegrationButton integrationId="i2" />);
  expect(button()).toHaveTextContent('Connect');
  expect(button()).toHaveAttribute('data-state', 'idle');
});

test('labels of the button win over those of the provider, and children over the idle one', async () => {
  const alloy = createFakeAlloy();
  render(
    <AlloyTestProvider alloy={alloy} labels={{ button: { idle: 'Verbinden', open: 'Läuft' } }}>
      <IntegrationButton integrationId="i1" labels={{ success: 'Fertig' }}>
        Shopify verbinden
      </IntegrationButton>
    </AlloyTestProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Shopify verbinden' }));
  await screen.findByRole('button', { name: 'Läuft' });
  await alloy.modal.succeed();
  expect(button()).toHaveTextContent('Fertig');
});

test('a function as children has the last word in every state', async () => {
  const { alloy } = renderButton({
    integrationId: 'i1',
    children: ({ status, installed, label }) => `${status} ${String(installed)} ${label}`,
  });
  expect(button()).toHaveTextContent('idle false Connect');
  await userEvent.click(button());
  await alloy.modal.succeed();
  expect(button()).toHaveTextContent('success true Connected');
});

test('render takes another element, which gets props, ref and both click handlers', async () => {
  const ref = createRef<HTMLButtonElement>();
  const theirs = vi.fn();
  const { alloy } = renderButton({
    ref,
    integrationId: 'i1',
    className: 'mine',
    render: (
      <a href="#shopify" className="link" onClick={theirs}>
        Connect
      </a>
    ),
  });
  const link = screen.getByRole('link', { name: 'Connect' });
  expect(link).toHaveClass('alloy-button', 'mine', 'link');
  expect(ref.current).toBe(link);
  await userEvent.click(link);
  await waitFor(() => expect(alloy.modal.current).not.toBeNull());
  expect(theirs).toHaveBeenCalledTimes(1);
});

test('render takes a function, which gets the state too', async () => {
  const { alloy } = renderButton({
    integrationId: 'i1',
    render: (props, { status }) => <button {...props}>{status}</button>,
  });
  await userEvent.click(screen.getByRole('button', { name: 'idle' }));
  await alloy.modal.succeed();
  expect(screen.getByRole('button', { name: 'success' })).toBeVisible();
});

test('install of the hook stands in an onClick', async () => {
  const alloy = createFakeAlloy();
  function Own(): ReactElement {
    const { install, status } = useAlloyInstall({ integrationId: 'i1' });
    return <button onClick={install}>{status}</button>;
  }
  render(<Own />, {
    wrapper: ({ children }) => <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>,
  });
  await userEvent.click(button());
  await alloy.modal.succeed();
  expect(button()).toHaveTextContent('success');
});

test('a label that is set to undefined is as it was without it', () => {
  // As JavaScript, or TypeScript without exactOptionalPropertyTypes, can pass it.
  renderButton({ integrationId: 'i1', labels: { idle: undefined } as object });
  expect(button()).toHaveAccessibleName('Connect');
});
