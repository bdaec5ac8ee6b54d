import { render, screen } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { AlloyProvider, IntegrationButton, preloadAlloy, useAlloy } from '../../src';
import { createFakeAlloy } from '../../src/testing';

function Status(): ReactElement {
  return <output>{useAlloy().status}</output>;
}

test('preloadAlloy loads the SDK that the provider will ask for, and hides whatever fails', async () => {
  const loadSdk = vi.fn(() => Promise.reject(new Error('offline')));
  preloadAlloy({ loadSdk });
  expect(loadSdk).toHaveBeenCalledTimes(1);
  preloadAlloy({
    loadSdk() {
      throw new Error('at once');
    },
  });
  preloadAlloy();
  await Promise.resolve();
});

test('preloadAlloy does nothing on a server', () => {
  vi.stubGlobal('window', undefined);
  const loadSdk = vi.fn(() => Promise.resolve());
  preloadAlloy({ loadSdk });
  expect(loadSdk).not.toHaveBeenCalled();
});

test.each([
  ['StrictMode', true],
  ['no StrictMode', false],
])(
  'with %s, routes that follow each other with a provider each share a token, and another user does not',
  async (_, isStrict) => {
    const { token, providerProps } = createFakeAlloy();
    function page(route: string, user: string | null = 'user-1'): ReactElement {
      const shown = (
        <AlloyProvider key={route} {...providerProps} userKey={user}>
          <Status />
          <IntegrationButton integrationId="i1" />
        </AlloyProvider>
      );
      const routes = route === 'elsewhere' ? <p>Nothing of Alloy</p> : shown;
      return isStrict ? <StrictMode>{routes}</StrictMode> : routes;
    }
    const { rerender } = render(page('a'));
    await screen.findByText('ready');
    for (const route of ['b', 'elsewhere', 'a', 'b']) {
      rerender(page(route));
      if (route !== 'elsewhere') await screen.findByText('ready');
    }
    expect(token.requests).toBe(1);
    rerender(page('b', 'user-2'));
    await screen.findByText('loading');
    await screen.findByText('ready');
    expect(token.requests).toBe(2);
    rerender(page('b', 'user-1'));
    await screen.findByText('ready');
    expect(token.requests).toBe(3);
    rerender(page('b', null));
    await screen.findByText('idle');
    rerender(page('b', 'user-1'));
    await screen.findByText('ready');
    expect(token.requests).toBe(4);
  },
);
