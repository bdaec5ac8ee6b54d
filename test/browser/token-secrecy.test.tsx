import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  AlloyProvider,
  IntegrationButton,
  IntegrationCatalog,
  useAlloy,
  useAlloyAuthenticate,
  useIntegrations,
  type AlloyProviderProps,
} from '../../src';
import { fakeJwt } from '../support/fake-jwt';
import { markup, reactTree, stored, textsIn } from './support/secrets';

const JWT = fakeJwt({ userId: 'nobody-may-read-this' });
const OLD_JWT = fakeJwt({ userId: 'nobody-may-read-this', issuedAtSeconds: 1 });
const API_KEY = 'k3y'.repeat(12);
/** Also a part of one is too much. */
const SECRETS = [API_KEY, ...[JWT, OLD_JWT].flatMap((jwt) => jwt.split('.').slice(1, 2))];

const observed: unknown[] = [];

beforeEach(() => {
  observed.length = 0;
  vi.spyOn(Math, 'random').mockReturnValue(0);
  for (const level of ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => observed.push(line));
  }
  window.addEventListener('error', observe);
  window.addEventListener('unhandledrejection', observe);
});
afterEach(() => {
  window.removeEventListener('error', observe);
  window.removeEventListener('unhandledrejection', observe);
});

function observe(event: ErrorEvent | PromiseRejectionEvent): void {
  observed.push('reason' in event ? event.reason : event.error);
}

/** Everything that shows anything. */
function Everything(): ReactElement {
  const { status, error } = useAlloy();
  const integrations = useIntegrations();
  const { authenticate } = useAlloyAuthenticate({
    app: 'shopify',
    onSettled: (outcome) => observed.push(outcome),
  });
  observed.push(error, integrations);
  return (
    <>
      <output>
        {status} {error?.message} {integrations.error?.message}
      </output>
      <button onClick={() => void authenticate()}>Authenticate</button>
      <IntegrationButton
        integrationId="i1"
        onSettled={(outcome) => observed.push(outcome)}
        onError={(error) => observed.push(error)}
      />
      <IntegrationCatalog />
    </>
  );
}

type Props = AlloyProviderProps;

const works = (): Promise<string> => Promise.resolve(JWT);
const emptyApi: typeof fetch = () => Promise.resolve(Response.json({ data: [] }));

function answering(response: () => Response): Props {
  return {
    tokenUrl: '/token',
    fetch: (input, init) =>
      input === '/token' ? Promise.resolve(response()) : emptyApi(input, init),
  };
}

function apiAnswering(fetch: NonNullable<Props['fetch']>): Props {
  return { getToken: works, fetch };
}

const cases: [title: string, props: Props][] = [
  ['all works', apiAnswering(emptyApi)],
  ['the endpoint refuses and quotes it', answering(() => new Response(JWT, { status: 401 }))],
  ['the endpoint fails and quotes it', answering(() => new Response(JWT, { status: 503 }))],
  ['the token stands in a page', answering(() => new Response(`<p>${JWT}</p>`))],
  ['the token stands under another name', answering(() => Response.json({ jwt: JWT }))],
  ['the token is the name', answering(() => Response.json({ [JWT]: 1 }))],
  ['the token is cut in half', answering(() => Response.json({ token: JWT.slice(0, -20) + ' ' }))],
  ['the token is two', answering(() => Response.json({ token: `${JWT} ${JWT}` }))],
  ['the answer is the API key', answering(() => Response.json({ token: API_KEY }))],
  [
    'the token has ended',
    answering(() =>
      Response.json({ token: OLD_JWT }, { headers: { date: new Date().toUTCString() } }),
    ),
  ],
  ['getToken throws with it', { getToken: () => Promise.reject(new Error(`bad token ${JWT}`)) }],
  [
    'the API refuses and quotes it',
    apiAnswering(() => Promise.resolve(new Response(JWT, { status: 401 }))),
  ],
  [
    'the API fails and quotes it',
    apiAnswering(() => Promise.resolve(new Response(JWT, { status: 400 }))),
  ],
  ['the API answers it', apiAnswering(() => Promise.resolve(Response.json({ token: JWT })))],
  [
    'the API is unreachable with it',
    apiAnswering(() => Promise.reject(new TypeError(`no ${JWT}`))),
  ],
  [
    'the SDK throws with it',
    {
      getToken: works,
      fetch: emptyApi,
      loadSdk: () =>
        Promise.resolve({
          setToken: () => undefined,
          install() {
            throw new Error(`cannot open https://app.runalloy.com/?token=${JWT}`);
          },
          authenticate() {
            throw new Error(`cannot open https://app.runalloy.com/?token=${JWT}`);
          },
        }),
    },
  ],
  [
    'the SDK does not load',
    { getToken: works, fetch: emptyApi, loadSdk: () => Promise.reject(new Error(JWT)) },
  ],
];

test.each(cases)('nothing shows a token or a key when %s', async (_, props) => {
  const { container } = render(
    <AlloyProvider {...props} onEvent={(event) => observed.push(event)}>
      <Everything />
    </AlloyProvider>,
  );
  const button = screen.getByRole('button', { name: 'Connect' });
  for (const each of [screen.getByRole('button', { name: 'Authenticate' }), button, button]) {
    fireEvent.click(each);
    await vi.waitFor(() => expect(button.dataset.state).not.toBe('loading'), 15_000);
    look(container);
  }
  await vi.waitFor(
    () => expect(container.querySelector('output')?.textContent).not.toMatch(/^(idle|loading)/),
    15_000,
  );
  look(container);
  expect(observed.length).toBeGreaterThan(3);
});

function look(container: HTMLElement): void {
  const texts = [...textsIn([observed, reactTree(container)]), markup(), stored()];
  expect(texts.length).toBeGreaterThan(100);
  for (const secret of SECRETS) {
    // Not the texts themselves: a failure would print the secret.
    expect(
      texts.filter((text) => text.includes(secret)).map((text) => text.replaceAll(secret, '…')),
    ).toEqual([]);
  }
}

test('the look finds a token where there is one', () => {
  const { container } = render(<p title={JWT} />);
  expect(() => look(container)).toThrow();
});
