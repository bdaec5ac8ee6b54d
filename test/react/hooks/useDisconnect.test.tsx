import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import {
  AlloyProvider,
  IntegrationButton,
  useDisconnect,
  useIntegration,
  type AlloyEvent,
  type DisconnectOutcome,
  type UseDisconnectResult,
} from '../../../src';
import { createFakeAlloy, type FakeAlloy } from '../../../src/testing';
import { installed, shopify, slack } from '../support/sandbox-provider';

interface Rendered {
  alloy: FakeAlloy;
  events: AlloyEvent[];
  /** The newest result of the hook. */
  readonly result: UseDisconnectResult;
  outcomes: DisconnectOutcome[];
  rerender(props: { userKey?: string | null; disconnectUrl?: string }): void;
}

function renderShopify(children?: ReactNode, disconnectUrl: string | null = '/off'): Rendered {
  const alloy = createFakeAlloy({ integrations: [installed(shopify), slack] });
  const events: AlloyEvent[] = [];
  const outcomes: DisconnectOutcome[] = [];
  const held: { result?: UseDisconnectResult } = {};

  function Shopify(): ReactElement {
    const result = useDisconnect('shopify');
    const { integration } = useIntegration('shopify');
    useEffect(() => {
      held.result = result;
    });
    const switches = integration?.workflows.filter((one) => one.installed).length;
    return (
      <>
        <button onClick={() => void result.disconnect().then((one) => outcomes.push(one))}>
          Disconnect
        </button>
        <p>
          {integration ? `installed: ${integration.installed}, ${switches} workflows` : 'loading'}
        </p>
        <output>{`${result.status} ${result.error?.code ?? ''}`}</output>
      </>
    );
  }

  function tree(props: { userKey?: string | null; disconnectUrl?: string }): ReactElement {
    return (
      <AlloyProvider
        {...alloy.providerProps}
        onEvent={(event) => events.push(event)}
        {...(disconnectUrl !== null && { disconnectUrl })}
        {...props}
      >
        <Shopify />
        {children}
      </AlloyProvider>
    );
  }

  const { rerender } = render(tree({}));
  return {
    alloy,
    events,
    outcomes,
    get result() {
      if (!held.result) throw new Error('Nothing was rendered.');
      return held.result;
    },
    rerender: (props) => rerender(tree(props)),
  };
}

const click = (): Promise<void> => userEvent.click(screen.getByText('Disconnect'));
const lists = ({ alloy }: Rendered): number =>
  alloy.api.requests.filter(({ method }) => method === 'GET').length;

describe('disconnect()', () => {
  test('shows the integration as gone at once, asks the endpoint, and fetches the list again', async () => {
    const rendered = renderShopify();
    await screen.findByText('installed: true, 2 workflows');
    const before = lists(rendered);
    await click();
    await screen.findByText('installed: false, 0 workflows');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('success'));
    expect(rendered.outcomes).toEqual([{ status: 'success' }]);
    expect(rendered.alloy.disconnect.requests).toBe(1);
    await waitFor(() => expect(lists(rendered)).toBe(before + 1));
    screen.getByText('installed: false, 0 workflows');
  });

  test.each<[failure: number | 'network', code: string]>([
    [401, 'disconnect/unauthorized'],
    [403, 'disconnect/unauthorized'],
    [500, 'disconnect/http'],
    ['network', 'disconnect/network'],
  ])('takes it back after %s, and says %s', async (failure, code) => {
    const rendered = renderShopify();
    await screen.findByText('installed: true, 2 workflows');
    rendered.alloy.disconnect.failNext(failure);
    const before = lists(rendered);
    await click();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`error ${code}`));
    await screen.findByText('installed: true, 2 workflows');
    expect(rendered.outcomes).toMatchObject([{ status: 'error', error: { code } }]);
    expect(rendered.events).toContainEqual({
      type: 'data.failed',
      error: expect.objectContaining({ code }) as unknown,
    });
    // Nobody knows what became of it: Alloy does.
    await waitFor(() => expect(lists(rendered)).toBeGreaterThan(before));
    // One request: a disconnect is not repeated by itself.
    expect(rendered.alloy.disconnect.requests).toBe(1);
    await click();
    await screen.findByText('installed: false, 0 workflows');
  });

  test('is one request for any number of calls, whose promise and function stay the same', async () => {
    const rendered = renderShopify();
    await screen.findByText('installed: true, 2 workflows');
    const { disconnect } = rendered.result;
    const calls = [disconnect(), disconnect()];
    expect(calls[0]).toBe(calls[1]);
    await act(async () => {
      await Promise.all(calls);
    });
    expect(rendered.alloy.disconnect.requests).toBe(1);
    expect(rendered.result.disconnect).toBe(disconnect);
  });

  test('may be repeated after a connect, and how the last one went is forgotten then', async () => {
    const rendered = renderShopify(<IntegrationButton integrationId="shopify" />);
    await screen.findByText('installed: true, 2 workflows');
    await click();
    await screen.findByText('installed: false, 0 workflows');
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await rendered.alloy.modal.succeed();
    await screen.findByText('installed: true, 2 workflows');
    expect(rendered.result).toMatchObject({ status: 'idle', error: null });
    await click();
    await screen.findByText('installed: false, 0 workflows');
    expect(rendered.alloy.disconnect.requests).toBe(2);
  });

  test('a list that lags behind does not bring it back, and is right in the end', async () => {
    const rendered = renderShopify();
    await screen.findByText('installed: true, 2 workflows');
    rendered.alloy.disconnect.failNext(204);
    await click();
    await waitFor(() => expect(rendered.outcomes).toEqual([{ status: 'success' }]));
    // Alloy still has it: first it may be late, at last it is so.
    screen.getByText('installed: false, 0 workflows');
    await screen.findByText('installed: true, 2 workflows', undefined, { timeout: 8_000 });
  });
});

describe('another user', () => {
  test('ends it: the request is given up, and its end is written nowhere', async () => {
    const rendered = renderShopify();
    await screen.findByText('installed: true, 2 workflows');
    let signal: AbortSignal | null | undefined;
    const { fetch } = rendered.alloy.providerProps;
    rendered.alloy.providerProps.fetch = (input, init) => {
      if (init?.method !== 'POST') return (fetch ?? globalThis.fetch)(input, init);
      signal = init.signal;
      return new Promise(() => undefined);
    };
    rendered.rerender({ userKey: 'ada' });
    await screen.findByText('installed: true, 2 workflows');
    await click();
    await screen.findByText('installed: false, 0 workflows');
    await waitFor(() => expect(signal).toBeDefined());
    rendered.rerender({ userKey: 'grace' });
    await screen.findByText('installed: true, 2 workflows');
    expect(signal?.aborted).toBe(true);
    await waitFor(() =>
      expect(rendered.outcomes).toMatchObject([
        { status: 'error', error: { code: 'provider/unmounted' } },
      ]),
    );
    expect(rendered.result).toMatchObject({ status: 'idle', error: null });
    expect(rendered.events.filter(({ type }) => type === 'data.failed')).toEqual([]);
  });

  test('nobody at all: nothing is asked', async () => {
    const rendered = renderShopify();
    rendered.rerender({ userKey: null });
    await click();
    await waitFor(() =>
      expect(rendered.outcomes).toMatchObject([{ error: { code: 'disconnect/unauthorized' } }]),
    );
    expect(rendered.alloy.disconnect.requests).toBe(0);
  });
});

describe('isAvailable', () => {
  test('follows the disconnectUrl of the provider', () => {
    const rendered = renderShopify(undefined, null);
    expect(rendered.result.isAvailable).toBe(false);
    rendered.rerender({ disconnectUrl: '/off' });
    expect(rendered.result.isAvailable).toBe(true);
  });

  test('without one, disconnect() says what is missing', async () => {
    const rendered = renderShopify(undefined, null);
    await click();
    await waitFor(() =>
      expect(rendered.outcomes).toMatchObject([{ error: { code: 'provider/invalid-props' } }]),
    );
  });

  test('disconnectRequest is read anew for each request', async () => {
    const disconnectRequest = vi.fn(() => ({ headers: { 'x-csrf-token': 'abc' } }));
    const alloy = createFakeAlloy({ integrations: [installed(shopify)] });
    function Twice(): ReactElement {
      const { disconnect, status } = useDisconnect('shopify');
      return <button onClick={disconnect}>{status}</button>;
    }
    render(
      <AlloyProvider
        {...alloy.providerProps}
        disconnectUrl={new URL('https://app.test/off')}
        disconnectRequest={disconnectRequest}
      >
        <Twice />
      </AlloyProvider>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'idle' }));
    await userEvent.click(await screen.findByRole('button', { name: 'success' }));
    await waitFor(() => expect(disconnectRequest).toHaveBeenCalledTimes(2));
  });
});
