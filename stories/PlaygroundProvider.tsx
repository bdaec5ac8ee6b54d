import { useState, type ReactElement } from 'react';
import { AlloyProvider, type AlloyProviderProps } from '../src';
import { createFakeToken, createSandboxApi, createSandboxSdk } from '../src/testing';
import { sandboxIntegrations } from './sandbox-integrations';

const BACKEND = import.meta.env.STORYBOOK_ALLOY as 'alloy' | 'sandbox' | 'page';
const TOKEN_URL = '/api/alloy/token';
const API = /^https:\/\/(eu-)?embedded\.runalloy\.com/;

type Ports = Pick<AlloyProviderProps, 'tokenUrl' | 'fetch' | 'loadSdk'>;

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

/** Everything in the page: for the static build, which has no server, and for tests. */
function portsInPage(): Ports {
  const sandbox = createSandboxApi();
  return {
    tokenUrl: TOKEN_URL,
    fetch: (input, init) =>
      urlOf(input) === TOKEN_URL ? Promise.resolve(tokenResponse()) : sandbox(input, init),
    loadSdk: createSandboxSdk({
      integrations: sandboxIntegrations,
      onInstall: (id) => sandbox.setInstalled(id),
    }),
  };
}

function tokenResponse(): Response {
  return Response.json({ token: createFakeToken() }, { headers: { 'cache-control': 'no-store' } });
}

function urlOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}

const createPorts = {
  alloy: (): Ports => ({ tokenUrl: TOKEN_URL }),
  sandbox: portsOverHttp,
  page: portsInPage,
}[BACKEND];

type PlaygroundProviderProps = Omit<
  AlloyProviderProps,
  'tokenUrl' | 'tokenRequest' | 'getToken' | 'loadSdk' | 'fetch'
>;

/** The provider of the stories. */
export function PlaygroundProvider(props: PlaygroundProviderProps): ReactElement {
  const [{ tokenUrl = TOKEN_URL, ...ports }] = useState(createPorts);
  return <AlloyProvider tokenUrl={tokenUrl} {...ports} {...props} />;
}
