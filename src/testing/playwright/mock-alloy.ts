import type { Integration } from '../../core/integrations/integration';
import { createSandboxApi, type SandboxApi } from '../sandbox/api';
import { completeIntegrations, type SandboxIntegrationInput } from '../site/integrations';
import { readAlloyFrontend } from '../site/alloy-frontend';
import { createSandboxSite, type SandboxSite } from '../site/site';
import { createUserActions } from './user-actions';

/** What is needed of a Playwright `Page` or `BrowserContext`. */
export interface RoutablePage {
  /** Answers what the page asks of an address. */
  route(url: RegExp | string, handler: (route: MockedRoute) => Promise<void>): Promise<unknown>;
}

/** What is needed of a Playwright `Route`. */
export interface MockedRoute {
  /** What the page asks. */
  request(): {
    url(): string;
    method(): string;
    headers(): Record<string, string>;
    postData(): string | null;
  };
  /** Answers it. */
  fulfill(response: {
    status: number;
    headers: Record<string, string>;
    body: string;
  }): Promise<void>;
  /** Fails it, as a broken network would. */
  abort(): Promise<void>;
}

/** For {@link mockAlloy}. */
export interface MockAlloyOptions {
  /** The token endpoint of the app under test, as `page.route` takes it. @default "**\/api/alloy/token" */
  tokenUrl?: string | RegExp;
  /** What the user can connect. @default those of `createSandboxApi` */
  integrations?: readonly SandboxIntegrationInput[];
}

/** What drives the mocked Alloy. */
export interface MockedAlloy {
  /** The user finishes in the modal's page; waits for a modal that is opening. Resolves when the page has said so. */
  succeed(): Promise<void>;
  /** The user closes it from within the page. */
  dismiss(): Promise<void>;
  /** Alloy reports a failed connection. */
  fail(): Promise<void>;
  /** Alloy's API: make it fail, or install something from outside. */
  api: SandboxApi;
}

/** Where the site has its own token endpoint. */
const TOKEN_ENDPOINT = 'https://app.runalloy.com/token';
const ALLOY = /^https:\/\/[\w.-]+\.runalloy\.com\//;

/**
 * Answers, in an end-to-end test, everything of Alloy: the app's token endpoint, Alloy's data API, its hosted script and
 * the page in the modal. The app under test runs as it is, with the real provider and Alloy's real SDK.
 *
 * @example
 * ```ts
 * import { expect, test } from '@playwright/test';
 * import { mockAlloy } from 'alloy-react/testing/playwright';
 *
 * test('a customer connects Shopify', async ({ page }) => {
 *   const alloy = await mockAlloy(page);
 *   await page.goto('/settings');
 *   await page.getByRole('button', { name: 'Connect' }).click();
 *   await alloy.succeed();
 *   await expect(page.getByRole('button', { name: 'Connected' })).toBeVisible();
 * });
 * ```
 */
export async function mockAlloy(
  page: RoutablePage,
  options: MockAlloyOptions = {},
): Promise<MockedAlloy> {
  const { tokenUrl = '**/api/alloy/token' } = options;
  const integrations: readonly Integration[] = completeIntegrations(options.integrations);
  const api = createSandboxApi({ integrations });
  const user = createUserActions();
  const site = createSandboxSite({
    sandbox: api,
    integrations,
    readSdk: readAlloyFrontend,
    nextAction: user.next,
    onEnd: user.done,
  });

  await page.route(ALLOY, (route) => answer(route, site, route.request().url()));
  await page.route(tokenUrl, (route) => answer(route, site, TOKEN_ENDPOINT));
  return {
    succeed: () => user.act('connect'),
    dismiss: () => user.act('close'),
    fail: () => user.act('fail'),
    api,
  };
}

async function answer(route: MockedRoute, site: SandboxSite, url: string): Promise<void> {
  const asked = route.request();
  const headers = Object.entries(asked.headers()).filter(([name]) => !name.startsWith(':'));
  const request = new Request(url, {
    method: asked.method(),
    headers,
    body: asked.method() === 'GET' ? null : asked.postData(),
  });
  const response = await site(request).catch(() => null);
  try {
    if (response) {
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    } else await route.abort();
  } catch {
    // The page that asked is gone by now.
  }
}
