import type { AlloyProviderProps, Integration } from 'alloy-react';
import {
  createFakeToken,
  createSandboxApi,
  createSandboxSdk,
  type SandboxApi,
} from 'alloy-react/testing';
import { sandboxIntegrations } from './integrations';
import { fetchOver, sdkOver, type Network } from './network';

const BACKEND = import.meta.env.STORYBOOK_ALLOY as 'alloy' | 'sandbox' | 'page';
const TOKEN_URL = '/api/alloy/token';
const API = /^https:\/\/(eu-)?embedded\.runalloy\.com/;
const SHORT_LIFE_SECONDS = 5;

export interface Account {
  /** What the account holds when the story begins. Without it, a story that has a real backend uses that. */
  integrations?: readonly Integration[] | undefined;
  /** What becomes of requests to Alloy's data API. @default "answered" */
  api?: 'answered' | 'pending' | 'failing once' | 'refusing switches' | undefined;
}

interface Ports {
  tokenUrl: string;
  fetch?: typeof globalThis.fetch;
  loadSdk?: NonNullable<AlloyProviderProps['loadSdk']>;
}

export function createPorts(account: Account, network: Network): Ports {
  const isPlain = !account.integrations && !account.api && network === 'ordinary';
  if (isPlain && BACKEND === 'alloy') return { tokenUrl: TOKEN_URL };
  if (isPlain && BACKEND === 'sandbox') return portsOverHttp();
  return portsInPage(account, network);
}

/** The dev server's sandbox stands in for Alloy: token, data and installs go there over HTTP. */
function portsOverHttp(): Ports {
  return {
    tokenUrl: TOKEN_URL,
    fetch: (input, init) => fetch(urlOf(input).replace(API, '/sandbox'), init),
    loadSdk: createSandboxSdk({
      integrations: sandboxIntegrations,
      onInstall: (id) => void fetch(`/sandbox/installed?integrationId=${id}`, { method: 'POST' }),
    }),
  };
}

/** Everything in the page: for the static build, which has no server, for tests, and where something goes wrong. */
function portsInPage(account: Account, network: Network): Ports {
  const { integrations = sandboxIntegrations, api = 'answered' } = account;
  const sandbox = createSandboxApi({ integrations });
  if (api === 'failing once') sandbox.failNext(400);

  const answer: typeof fetch = (input, init) => {
    if (urlOf(input) === TOKEN_URL) return Promise.resolve(tokenResponse(network));
    // The data API is never asked by POST: it is the story's disconnectUrl.
    if (init?.method === 'POST') return disconnect(sandbox, init);
    if (api === 'pending') return new Promise(() => undefined);
    if (api === 'refusing switches' && init?.method === 'PUT') {
      return Promise.resolve(new Response('{}', { status: 400 }));
    }
    return sandbox(input, init);
  };
  const loadSdk = createSandboxSdk({
    integrations,
    onInstall: (id) => sandbox.setInstalled(id),
  });
  return {
    tokenUrl: TOKEN_URL,
    fetch: fetchOver(network, answer),
    loadSdk: sdkOver(network, loadSdk),
  };
}

/** What the app's own disconnect endpoint does. */
function disconnect(sandbox: SandboxApi, { body }: RequestInit): Promise<Response> {
  const { integrationId } = JSON.parse(body as string) as { integrationId: string };
  sandbox.setInstalled(integrationId, false);
  return Promise.resolve(Response.json({ disconnected: true }));
}

/** What the app's own token endpoint says. */
function tokenResponse(network: Network): Response {
  if (network === '401' || network === '500') {
    return Response.json({ error: 'as the toolbar says' }, { status: Number(network) });
  }
  const token = createFakeToken(
    network === 'expiring' ? { expiresInSeconds: SHORT_LIFE_SECONDS } : {},
  );
  return Response.json({ token }, { headers: { 'cache-control': 'no-store' } });
}

function urlOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}
