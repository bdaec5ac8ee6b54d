import { StrictMode, act } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';
import { createFakeToken } from '../../src/testing';
import { App } from './support/App';

const undo: (() => void | PromiseLike<void>)[] = [];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** From here on there is a DOM, as in the browser that the server's page has reached. */
async function enterBrowser(html: string): Promise<HTMLElement> {
  const environment = await builtinEnvironments.jsdom.setup(globalThis, {
    jsdom: { url: 'https://app.example.com/' },
  });
  undo.push(() => environment.teardown(globalThis));
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  return root;
}

test('the page of the server is hydrated without a warning, and then fetches one token', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() =>
    Promise.resolve(
      Response.json({ token: createFakeToken() }, { headers: { 'cache-control': 'no-store' } }),
    ),
  );
  const app = (
    <StrictMode>
      <App fetch={fetch} />
    </StrictMode>
  );
  const container = await enterBrowser(renderToString(app));
  const [button] = container.getElementsByTagName('button');
  const onRecoverableError = vi.fn();

  const { hydrateRoot } = await import('react-dom/client');
  await act(async () => {
    const root = hydrateRoot(container, app, { onRecoverableError });
    undo.push(() => act(() => root.unmount()));
    await Promise.resolve();
  });

  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(container.getElementsByTagName('button')[0]).toBe(button);
  expect(container.textContent).toContain('loading');
  expect(fetch).toHaveBeenCalledTimes(1);
});
