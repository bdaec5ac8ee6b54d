import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import { Component, StrictMode, Suspense, type ReactElement, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import {
  useAlloyInstall,
  useIntegration,
  useIntegrations,
  useSuspenseIntegrations,
  useWorkflowActivation,
  useWorkflows,
  type UseIntegrationsResult,
} from '../../../src';
import { createFakeToken } from '../../../src/testing';
import { takeConsole } from '../../support/console';
import {
  createSandbox,
  installed,
  type Sandbox,
  SandboxProvider,
  shopify,
  slack,
} from '../support/sandbox-provider';

const LIST = 'GET /integrations 200';

function within(sandbox: Sandbox): {
  wrapper: (props: { children: ReactNode }) => ReactElement;
} {
  return {
    wrapper: ({ children }) => <SandboxProvider sandbox={sandbox}>{children}</SandboxProvider>,
  };
}

/** Everything that can happen without time passing. */
async function passTurns(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
  });
}

/** Alloy answers the list at once, and from `slow()` on the network takes until `arrive()` for the next one. */
function withNetwork(sandbox: Sandbox): {
  sandbox: Sandbox;
  slow(): { isReady: Promise<void>; arrive(): void };
} {
  let onNext: ((response: Response) => Promise<void>) | null = null;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await sandbox.api(input, init);
    const wait = onNext;
    onNext = null;
    await wait?.(response);
    return response;
  };
  return {
    sandbox: Object.assign(Object.create(sandbox) as Sandbox, {
      providerProps: { ...sandbox.providerProps, fetch },
    }),
    slow() {
      let arrive = (): void => undefined;
      const arrival = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const isReady = new Promise<void>((resolve) => {
        onNext = () => {
          resolve();
          return arrival;
        };
      });
      return { isReady, arrive };
    },
  };
}

async function renderIntegrations(
  sandbox = createSandbox(),
): Promise<{ current: UseIntegrationsResult }> {
  const { result } = renderHook(() => useIntegrations(), within(sandbox));
  await waitFor(() => expect(result.current.status).not.toBe('loading'));
  return result;
}

describe('fetching', () => {
  test('begins as loading and ends with the integrations', async () => {
    const { result } = renderHook(() => useIntegrations(), within(createSandbox()));
    expect(result.current).toMatchObject({ status: 'loading', integrations: [], error: null });
    await waitFor(() => expect(result.current.status).toBe('success'));
    expect(result.current.integrations).toEqual([shopify, slack]);
    expect(result.current.isFetching).toBe(false);
  });

  test('any number of callers, mounted at any time, share one request, in StrictMode too', async () => {
    const sandbox = createSandbox();
    function Names(): ReactElement {
      const names = useIntegrations().integrations.map(({ name }) => name);
      return <p>{names.join()}</p>;
    }
    function OneAndAll(): ReactElement {
      const { integration } = useIntegration('slack');
      const { workflows } = useWorkflows();
      return (
        <>
          <p>
            {integration?.name} of {workflows.length}
          </p>
          {integration && <Names />}
        </>
      );
    }
    render(
      <StrictMode>
        <SandboxProvider sandbox={sandbox}>
          <Names />
          <OneAndAll />
        </SandboxProvider>
      </StrictMode>,
    );
    await waitFor(() => expect(screen.getAllByText('Shopify,Slack')).toHaveLength(2));
    screen.getByText('Slack of 3');
    expect(sandbox.requests).toEqual([LIST]);
  });

  test('what was fetched is shown at once to a component that mounts later', async () => {
    const sandbox = createSandbox();
    const seen: string[] = [];
    function Status(): null {
      seen.push(useIntegrations().status);
      return null;
    }
    const { rerender } = render(
      <SandboxProvider sandbox={sandbox}>
        <Status key="first" />
      </SandboxProvider>,
    );
    await waitFor(() => expect(seen.at(-1)).toBe('success'));
    seen.length = 0;
    rerender(<SandboxProvider sandbox={sandbox} />);
    rerender(
      <SandboxProvider sandbox={sandbox}>
        <Status key="second" />
      </SandboxProvider>,
    );
    expect(seen[0]).toBe('success');
    expect(sandbox.requests).toEqual([LIST]);
  });

  test('an integration that did not change keeps its identity when it is fetched again', async () => {
    const sandbox = createSandbox();
    const result = await renderIntegrations(sandbox);
    const [, before] = result.current.integrations;
    sandbox.api.setInstalled('shopify');
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current.integrations[0]?.installed).toBe(true));
    expect(result.current.integrations[1]).toBe(before);
  });

  test('a modal that ends in success has it fetched again', async () => {
    const sandbox = createSandbox();
    const { result } = renderHook(
      () => ({ ...useIntegration('shopify'), ...useAlloyInstall({ integrationId: 'shopify' }) }),
      within(sandbox),
    );
    await waitFor(() => expect(result.current.integration).not.toBeNull());
    act(() => void result.current.install());
    await waitFor(() => expect(result.current.isOpen).toBe(true));
    await sandbox.modal.succeed();
    await waitFor(() => expect(result.current.integration?.installed).toBe(true));
  });

  test.each([
    ['the window is focused', () => fireEvent.focus(window)],
    ['the page is shown again', () => fireEvent(document, new Event('visibilitychange'))],
    ['the network is back', () => fireEvent(window, new Event('online'))],
  ])('when %s it is fetched again, and meanwhile shown as it was', async (_name, wake) => {
    const sandbox = createSandbox();
    const result = await renderIntegrations(sandbox);
    sandbox.api.setInstalled('shopify');
    sandbox.api.delayNext(100);
    wake();
    await waitFor(() => expect(result.current.isFetching).toBe(true));
    expect(result.current).toMatchObject({ status: 'success', integrations: [shopify, slack] });
    await waitFor(() => expect(result.current.integrations[0]?.installed).toBe(true));
  });

  test('nothing is fetched on focus once nobody shows it any more', async () => {
    const sandbox = createSandbox();
    function Names(): ReactElement {
      return <p>{useIntegrations().integrations.map(({ name }) => name)}</p>;
    }
    const { rerender } = render(
      <SandboxProvider sandbox={sandbox}>
        <Names />
      </SandboxProvider>,
    );
    await screen.findByText('ShopifySlack');
    // The provider stays: it could fetch.
    rerender(<SandboxProvider sandbox={sandbox} />);
    await passTurns();
    fireEvent.focus(window);
    await passTurns();
    expect(sandbox.requests).toEqual([LIST]);
  });
});

describe('another user', () => {
  test('sees nothing of the first one, not even an answer that comes late', async () => {
    const sandbox = createSandbox();
    let answer: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const seen: string[] = [];
    function Names(): null {
      seen.push(
        useIntegrations()
          .integrations.map(({ name }) => name)
          .join(),
      );
      return null;
    }
    const tree = (userKey: string, fetch: typeof globalThis.fetch): ReactElement => (
      <SandboxProvider
        userKey={userKey}
        sandbox={{ ...sandbox, providerProps: { ...sandbox.providerProps, fetch } }}
      >
        <Names />
      </SandboxProvider>
    );
    const asked = vi.fn(() => late);
    const { rerender } = render(tree('anna', asked));
    await waitFor(() => expect(asked).toHaveBeenCalled());
    rerender(tree('ben', sandbox.api));
    await waitFor(() => expect(seen.at(-1)).toBe('Shopify,Slack'));
    await act(async () => {
      answer(Response.json({ data: [{ integrationId: 'x', app: 'Of Anna' }] }));
      await late;
    });
    expect(seen.join()).not.toContain('Of Anna');
  });

  test('that the backend answers for without a new userKey empties the data at once', async () => {
    const sandbox = createSandbox();
    let userId = 'anna';
    const seen: (readonly string[])[] = [];
    function Names(): ReactElement {
      const { integrations, refetch } = useIntegrations();
      seen.push(integrations.filter((one) => one.installed).map(({ name }) => name));
      return <button onClick={refetch}>Refresh</button>;
    }
    const getToken = (): Promise<string> => Promise.resolve(createFakeToken({ userId }));
    const { fetch, loadSdk } = sandbox.providerProps;
    render(
      <SandboxProvider sandbox={{ ...sandbox, providerProps: { getToken, fetch, loadSdk } }}>
        <Names />
      </SandboxProvider>,
    );
    await waitFor(() => expect(sandbox.requests).toEqual([LIST]));
    sandbox.api.setInstalled('shopify', true, 'anna');
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(seen.at(-1)).toEqual(['Shopify']));

    userId = 'ben';
    // Alloy refuses the old token. Its replacement is of another user, whose list is long in coming.
    sandbox.api.failNext(401);
    sandbox.api.delayNext(0);
    sandbox.api.delayNext(300, 2);
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(seen.at(-1)).toEqual([]));
    expect(sandbox.requests.filter((request) => request === LIST)).toHaveLength(2);
    await waitFor(() =>
      expect(sandbox.requests.filter((request) => request === LIST).length).toBeGreaterThan(2),
    );
    await passTurns();
    expect(seen.at(-1)).toEqual([]);
    expect(takeConsole('warn')).toEqual([expect.stringContaining('belongs to another user')]);
  });
});

describe('failures', () => {
  test('one that can pass is tried again before anybody is told', async () => {
    const sandbox = createSandbox();
    sandbox.api.failNext(503);
    const result = await renderIntegrations(sandbox);
    expect(result.current).toMatchObject({ status: 'success', error: null });
  });

  test('a refusal is reported with its code and status, and refetch tries anew', async () => {
    const sandbox = createSandbox();
    sandbox.api.failNext(400);
    const result = await renderIntegrations(sandbox);
    expect(result.current).toMatchObject({
      status: 'error',
      integrations: [],
      error: { code: 'api/http', status: 400 },
    });
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current).toMatchObject({ status: 'success', error: null }));
  });

  test('a payload that is not what was expected is an error, and no crash in render', async () => {
    const sandbox = createSandbox();
    const fetch = (): Promise<Response> => Promise.resolve(Response.json({ data: [null] }));
    const result = await renderIntegrations({
      ...sandbox,
      providerProps: { ...sandbox.providerProps, fetch },
    });
    expect(result.current).toMatchObject({ status: 'error', error: { code: 'api/malformed' } });
  });

  test('a later one leaves on screen what was there', async () => {
    const sandbox = createSandbox();
    const result = await renderIntegrations(sandbox);
    sandbox.api.failNext(400);
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current.error?.code).toBe('api/http'));
    expect(result.current).toMatchObject({ status: 'success', integrations: [shopify, slack] });
  });
});

describe('switching a workflow', () => {
  function renderActivation(sandbox = createSandbox([installed(shopify)])) {
    return renderHook(
      () => ({
        ...useWorkflowActivation('orders'),
        shown: useWorkflows().workflows.find(({ workflowId }) => workflowId === 'orders')?.active,
        elsewhere: useWorkflowActivation('orders').isPending,
      }),
      within(sandbox),
    );
  }

  test('is shown at once, everywhere, and is what Alloy says afterwards', async () => {
    const sandbox = createSandbox([installed(shopify)]);
    const { result } = renderActivation(sandbox);
    await waitFor(() => expect(result.current.active).toBe(true));
    sandbox.api.delayNext(50);
    act(() => void result.current.setActive(false));
    await waitFor(() => expect(result.current).toMatchObject({ active: false, shown: false }));
    expect(result.current).toMatchObject({ isPending: true, elsewhere: true });
    expect(sandbox.requests).toEqual([LIST]);
    await waitFor(() => expect(result.current.isPending).toBe(false));
    expect(sandbox.requests).toEqual([LIST, 'PUT /workflows/deactivate 200']);
    expect(result.current).toMatchObject({ active: false, shown: false, error: null });
  });

  test('is taken back when Alloy refuses, and the promise does not reject', async () => {
    const sandbox = createSandbox([installed(shopify)]);
    const { result } = renderActivation(sandbox);
    await waitFor(() => expect(result.current.active).toBe(true));
    sandbox.api.failNext(500);
    await act(() => result.current.setActive(false));
    await waitFor(() => expect(result.current.error?.code).toBe('api/http'));
    expect(result.current).toMatchObject({ active: true, shown: true, isPending: false });
  });

  test('twice in a row reaches Alloy in that order, and the last one counts', async () => {
    const sandbox = createSandbox([installed(shopify)]);
    const { result } = renderActivation(sandbox);
    await waitFor(() => expect(result.current.active).toBe(true));
    sandbox.api.delayNext(50);
    await act(async () => {
      await Promise.all([result.current.setActive(false), result.current.setActive(true)]);
    });
    expect(sandbox.requests.slice(1)).toEqual([
      'PUT /workflows/deactivate 200',
      'PUT /workflows/activate 200',
    ]);
    await waitFor(() => expect(result.current.active).toBe(true));
  });

  test('is not undone by a list that left before it arrived', async () => {
    const { sandbox, slow } = withNetwork(createSandbox([installed(shopify)]));
    const { result } = renderActivation(sandbox);
    await waitFor(() => expect(result.current.active).toBe(true));
    const list = slow();
    fireEvent.focus(window);
    await list.isReady;
    // Its answer is made, on its way, and says "on".
    await act(() => result.current.setActive(false));
    expect(sandbox.requests).toContain('PUT /workflows/deactivate 200');
    await act(async () => {
      list.arrive();
      await passTurns();
    });
    expect(result.current).toMatchObject({ active: false, shown: false });
  });
});

describe('Suspense', () => {
  class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
    override state = { error: null as Error | null };
    static getDerivedStateFromError(error: Error): { error: Error } {
      return { error };
    }
    override render(): ReactNode {
      return this.state.error ? (
        <button onClick={() => this.setState({ error: null })}>{this.state.error.message}</button>
      ) : (
        this.props.children
      );
    }
  }

  function Names(): ReactElement {
    return (
      <p>
        {useSuspenseIntegrations()
          .integrations.map(({ name }) => name)
          .join()}
      </p>
    );
  }

  function renderSuspended(sandbox: Sandbox): void {
    render(
      <SandboxProvider sandbox={sandbox}>
        <Boundary>
          <Suspense fallback="Loading">
            <Names />
          </Suspense>
        </Boundary>
      </SandboxProvider>,
    );
  }

  test('shows the fallback and then the integrations, by one request', async () => {
    const sandbox = createSandbox();
    renderSuspended(sandbox);
    screen.getByText('Loading');
    await screen.findByText('Shopify,Slack');
    expect(sandbox.requests).toEqual([LIST]);
  });

  test('a failure goes to the error boundary, and a reset of that asks anew', async () => {
    const sandbox = createSandbox();
    sandbox.api.failNext(400);
    renderSuspended(sandbox);
    const retry = await screen.findByRole('button', { name: /api\/http/ });
    const later = Date.now() + 1_000;
    vi.spyOn(Date, 'now').mockImplementation(() => later);
    fireEvent.click(retry);
    await screen.findByText('Shopify,Slack');
    expect(sandbox.requests).toEqual(['GET /integrations 400', LIST]);
    expect(takeConsole('error')).not.toEqual([]);
  });
});

test.each([
  ['useIntegrations()', () => useIntegrations()],
  ['useIntegration()', () => useIntegration('shopify')],
  ['useWorkflows()', () => useWorkflows()],
  ['useWorkflowActivation()', () => useWorkflowActivation('orders')],
  ['useSuspenseIntegrations()', () => useSuspenseIntegrations()],
])('%s outside of AlloyProvider says so', (name, useHook) => {
  expect(() => renderHook(() => useHook())).toThrow(name);
  takeConsole('error');
});
