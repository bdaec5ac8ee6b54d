import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import {
  IntegrationButton,
  useAlloy,
  useAlloyAuthenticate,
  useAlloyInstall,
  useIntegrations,
} from '../../src';
import { AlloyTestProvider, createFakeAlloy, type FakeAlloy } from '../../src/testing';
import { takeConsole } from '../support/console';

function renderWith<Result>(alloy: FakeAlloy, use: () => Result) {
  return renderHook(use, {
    wrapper: ({ children }) => <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>,
  });
}

test('succeed() waits for the modal that a click is opening', async () => {
  const alloy = createFakeAlloy();
  render(<IntegrationButton integrationId="i1" />, {
    wrapper: ({ children }) => <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>,
  });
  act(() => screen.getByRole('button').click());
  await alloy.modal.succeed();
  expect(screen.getByRole('button')).toHaveTextContent('Connected');
});

describe('without a modal it says what may be wrong:', () => {
  async function complaintOf(alloy: FakeAlloy): Promise<unknown> {
    vi.useFakeTimers();
    const told = alloy.modal.dismiss().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2_000);
    return told;
  }

  test('no provider has this fake', async () => {
    expect(String(await complaintOf(createFakeAlloy()))).toMatch(
      /No modal was opened within 2000 ms. No provider has asked this fake for a token/,
    );
  });

  test('nothing was clicked', async () => {
    const alloy = createFakeAlloy();
    renderWith(alloy, () => useAlloy());
    expect(String(await complaintOf(alloy))).toMatch(/ms. Click what opens it/);
  });

  test('something failed', async () => {
    const alloy = createFakeAlloy();
    alloy.token.failNext(404);
    const { result } = renderWith(alloy, () => useAlloy());
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(String(await complaintOf(alloy))).toMatch(/ms. What failed: token\/http: .*HTTP 404/);
    expect(takeConsole('warn')).toHaveLength(1);
  });
});

test('it needs no act(): the console stays silent', async () => {
  const alloy = createFakeAlloy();
  render(<IntegrationButton integrationId="i1" />, {
    wrapper: ({ children }) => <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>,
  });
  await userEvent.click(screen.getByRole('button'));
  await alloy.modal.dismiss();
  expect(screen.getByRole('button')).toHaveAttribute('data-state', 'dismissed');
});

test('succeed() hands a connection to authenticate()', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderWith(alloy, () => useAlloyAuthenticate({ app: 'shopify' }));
  act(() => void result.current.authenticate());
  await alloy.modal.succeed({ connectionId: 'c1' });
  expect(result.current.result).toEqual({ connectionId: 'c1' });
});

test.each([
  ['nothing', undefined, { connectionId: 'fake-connection' }],
  ['no ids', {}, { connectionId: 'fake-connection' }],
  ['a credential alone', { credentialId: 'k1' }, { credentialId: 'k1' }],
])('succeed() that is given %s ends authenticate() all the same', async (_, given, result) => {
  const alloy = createFakeAlloy();
  const onSuccess = vi.fn();
  const hook = renderWith(alloy, () => useAlloyAuthenticate({ app: 'shopify', onSuccess }));
  act(() => void hook.result.current.authenticate());
  await alloy.modal.succeed(given);
  expect(hook.result.current).toMatchObject({ status: 'success', result });
  expect(onSuccess).toHaveBeenCalledExactlyOnceWith(result);
});

test.each<[string, () => () => Promise<unknown>]>([
  ['authenticate', () => useAlloyAuthenticate({ app: 'shopify' }).authenticate],
  ['install', () => useAlloyInstall({ integrationId: 'i1' }).install],
])('fail() is a connection that failed, for %s()', async (_, useOpen) => {
  const alloy = createFakeAlloy();
  const { result } = renderWith(alloy, useOpen);
  let outcome: Promise<unknown> = Promise.resolve();
  act(() => {
    outcome = result.current();
  });
  await alloy.modal.fail();
  await expect(outcome).resolves.toMatchObject({
    status: 'error',
    error: { code: 'modal/failed' },
  });
  expect(alloy.modal.current).toBeNull();
  expect(takeConsole('warn')).toEqual([expect.stringContaining('modal/failed')]);
});

describe('the data API', () => {
  test('counts what the data hooks ask for, and no token', async () => {
    const alloy = createFakeAlloy();
    const { result } = renderWith(alloy, () => useIntegrations());
    await waitFor(() => expect(result.current.status).toBe('success'));
    expect(alloy.api.requests).toEqual([{ method: 'GET', path: '/integrations', status: 200 }]);
    expect(alloy.token.requests).toBe(1);
  });

  test('is slow, fails, and has something installed from outside', async () => {
    const alloy = createFakeAlloy();
    alloy.api.delayNext(50);
    alloy.api.failNext(404);
    const { result } = renderWith(alloy, () => useIntegrations());
    await waitFor(() => expect(result.current.error?.code).toBe('api/http'));
    alloy.api.setInstalled('66326843cc9cdb107221f222');
    await act(() => result.current.refetch());
    expect(result.current.integrations.map(({ installed }) => installed)).toContain(true);
  });
});

test.each([
  ['the token endpoint', (alloy: FakeAlloy) => alloy.token],
  ['the data API', (alloy: FakeAlloy) => alloy.api],
])('two failures of %s take the shortest pauses, whatever chance says', async (_, part) => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
  const alloy = createFakeAlloy();
  part(alloy).failNext('network', 2);
  const { result } = renderWith(alloy, () => useIntegrations());
  await waitFor(() => expect(result.current.status).toBe('success'), { timeout: 500 });
});

test('what was installed shows up in the data hooks', async () => {
  const alloy = createFakeAlloy({
    integrations: [
      {
        integrationId: 'i1',
        name: 'Shopify',
        description: '',
        icon: null,
        installed: false,
        workflows: [],
        credentials: [],
      },
    ],
  });
  function Page() {
    const { integrations } = useIntegrations();
    return (
      <>
        <output>{integrations.map((item) => `${item.name} ${String(item.installed)}`)}</output>
        <IntegrationButton integrationId="i1" />
      </>
    );
  }
  render(<Page />, {
    wrapper: ({ children }) => <AlloyTestProvider alloy={alloy}>{children}</AlloyTestProvider>,
  });
  await screen.findByText('Shopify false');
  await userEvent.click(screen.getByRole('button'));
  await alloy.modal.succeed();
  await screen.findByText('Shopify true');
});

test('failNext() fails the token endpoint as HTTP or the network would, as often as asked', async () => {
  const alloy = createFakeAlloy();
  alloy.token.failNext(404);
  const { result } = renderWith(alloy, () => useAlloy());
  await waitFor(() =>
    expect(result.current.error).toMatchObject({ code: 'token/http', status: 404 }),
  );
  expect(alloy.token.requests).toBe(1);
  expect(takeConsole('warn')).toEqual([expect.stringContaining('HTTP 404')]);
  await act(() => result.current.refresh());
  expect(result.current.error).toBeNull();
  expect(alloy.token.requests).toBe(2);
});

test('a modal that the app closes is no longer the current one', async () => {
  const alloy = createFakeAlloy();
  const { result } = renderWith(alloy, () => useAlloyAuthenticate({ app: 'shopify' }));
  act(() => void result.current.authenticate());
  await waitFor(() =>
    expect(alloy.modal.current).toEqual({ kind: 'authenticate', options: { app: 'shopify' } }),
  );
  act(() => result.current.close());
  expect(alloy.modal.current).toBeNull();
});
