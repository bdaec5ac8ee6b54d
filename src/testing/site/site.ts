import { readJwt } from '../../shared/jwt';
import type { SandboxApi } from '../sandbox/api';
import { SANDBOX_INTEGRATIONS } from '../sandbox/integrations';
import type { SandboxIntegration } from '../sandbox/sdk';
import { answerOrder } from './orders';
import { alloyPage, isAlloyPage } from './alloy-page';

export interface SandboxSiteOptions {
  sandbox: SandboxApi;
  /** Those that the modal's page knows by name and icon. @default those of `createSandboxApi` */
  integrations?: readonly SandboxIntegration[];
  /** The source of npm's alloy-frontend. */
  readSdk: () => string;
  /** Who is signed in, unless the token endpoint is asked with `?user=`. @default "sandbox-user" */
  username?: string | undefined;
  /** The key that the sandbox accepts. @default any */
  apiKey?: string | undefined;
  /** Answers the question of an open page what its user does next; without it nobody asks. */
  nextAction?: () => Promise<string>;
  /** A page is about to tell its opener how it ended. */
  onEnd?: () => void;
}

/** Everything of Alloy that a browser meets, and the token endpoint that a backend would have, on one origin. */
export type SandboxSite = (request: Request) => Promise<Response>;

/** Any page may use it: it holds no secrets, and a developer's app is on whatever port. */
const CORS = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': '*, authorization',
  'access-control-expose-headers': 'Date, Age, Retry-After',
  'access-control-max-age': '600',
};

export function createSandboxSite(options: SandboxSiteOptions): SandboxSite {
  return async (request) => {
    const answer = await answerRequest(request, options);
    const response = new Response(answer.body, answer);
    const headers = {
      ...CORS,
      'access-control-allow-origin': request.headers.get('origin') ?? '*',
      'access-control-allow-credentials': 'true',
      'cache-control': 'no-store',
      date: new Date().toUTCString(),
    };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    const asked = request.headers.get('access-control-request-headers');
    if (asked) response.headers.set('access-control-allow-headers', asked);
    return response;
  };
}

async function answerRequest(request: Request, options: SandboxSiteOptions): Promise<Response> {
  const { sandbox } = options;
  const { pathname, origin, searchParams } = new URL(request.url);
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
  if (pathname === '/token') {
    const username = searchParams.get('user') ?? options.username ?? 'sandbox-user';
    return issueToken(sandbox, username, options.apiKey);
  }
  if (pathname === '/scripts/embedded.js') {
    return text('text/javascript', hostedScript(options.readSdk(), origin));
  }
  if (isAlloyPage(pathname)) {
    const { integrations = SANDBOX_INTEGRATIONS, nextAction } = options;
    const isDriven = nextAction !== undefined;
    return text('text/html; charset=utf-8', alloyPage(request.url, { integrations, isDriven }));
  }
  if (pathname === '/sandbox/next' && options.nextAction) {
    return Response.json(await options.nextAction());
  }
  if (pathname === '/sandbox/ended') {
    await markConnected(request, sandbox);
    options.onEnd?.();
    return new Response(null, { status: 204 });
  }
  if (pathname.startsWith('/sandbox')) return answerOrder(request, sandbox);
  return sandbox(request);
}

/** As the token endpoint of a backend does: it creates the user at the first token. */
export async function issueToken(
  sandbox: SandboxApi,
  username: string,
  apiKey = 'sandbox',
): Promise<Response> {
  const headers = { authorization: `Bearer ${apiKey}` };
  const ask = (): Promise<Response> =>
    sandbox(`/users/${encodeURIComponent(username)}/token`, { headers });
  let answer = await ask();
  if (answer.status === 404) {
    await sandbox('/users', { method: 'POST', headers, body: JSON.stringify({ username }) });
    answer = await ask();
  }
  const response = new Response(answer.body, answer);
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** The page tells of its success, so that the data hooks see it. */
async function markConnected(request: Request, sandbox: SandboxApi): Promise<void> {
  const { integrationId, token, isInstalled } = (await request.json()) as {
    integrationId?: string;
    token?: string;
    isInstalled?: boolean;
  };
  try {
    const { subject } = readJwt(token ?? '');
    if (isInstalled && integrationId && subject) sandbox.setInstalled(integrationId, true, subject);
  } catch {
    // An integration that the sandbox does not hold can be connected all the same: the app names its own.
  }
}

/** Alloy's hosted script: the SDK itself, with this origin in place of Alloy's. */
function hostedScript(sdk: string, origin: string): string {
  const isAlloy = origin.endsWith('.runalloy.com');
  const addresses = /https:\/\/[\w-]*(app|embedded)\.runalloy\.com/g;
  const source = isAlloy ? sdk : sdk.replaceAll(addresses, origin);
  return `(() => {\nconst module = { exports: {} };\n${source}\nwindow.Alloy = module.exports();\n})();\n`;
}

function text(contentType: string, body: string): Response {
  return new Response(body, { headers: { 'content-type': contentType } });
}
