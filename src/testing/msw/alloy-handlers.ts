import { http, HttpResponse, type HttpHandler } from 'msw';
import { createSandboxApi, type SandboxApi } from '../sandbox/api';
import { completeIntegrations, type SandboxIntegrationInput } from '../site/integrations';
import { issueToken } from '../site/site';

/** For {@link alloyHandlers}. */
export interface AlloyHandlersOptions {
  /** The token endpoint of the app under test. @default "*\/api/alloy/token" */
  tokenUrl?: string | RegExp;
  /** What the user can connect. @default those of `createSandboxApi` */
  integrations?: readonly SandboxIntegrationInput[];
  /** A sandbox of the test's own, to make it fail or to install something from outside. */
  api?: SandboxApi;
}

/**
 * Request handlers of Mock Service Worker 2 for all that the provider fetches: the app's token endpoint and Alloy's data
 * API. The modal is no request: open it with `createFakeAlloy`, `createSandboxSdk` or `mockAlloy`.
 *
 * @example
 * ```ts
 * import { setupServer } from 'msw/node';
 * import { alloyHandlers } from 'alloy-react/testing/msw';
 *
 * const server = setupServer(...alloyHandlers());
 * server.listen();
 * ```
 */
export function alloyHandlers(options: AlloyHandlersOptions = {}): HttpHandler[] {
  const {
    tokenUrl = '*/api/alloy/token',
    integrations,
    api = createSandboxApi({ integrations: completeIntegrations(integrations) }),
  } = options;
  return [
    http.all(tokenUrl, () => answer(issueToken(api, 'msw-user'))),
    http.all(/^https:\/\/[\w.-]+\.runalloy\.com\//, ({ request }) => answer(api(request))),
  ];
}

/** What the sandbox throws is a network that is broken, on order. */
async function answer(response: Promise<Response>): Promise<Response> {
  try {
    return await response;
  } catch {
    return HttpResponse.error();
  }
}
