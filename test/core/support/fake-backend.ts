import type { TokenReason } from '../../../src/core/contract/token';
import { encodeJwt } from '../../support/fake-jwt';
import type { FakeBrowser } from './fake-browser';

/** What the backend does with one request; `undefined` is silence. */
export type Behaviour = (signal: AbortSignal) => Response | Promise<Response> | undefined;

export interface FakeBackend {
  fetch: typeof globalThis.fetch;
  /** The same as a `getToken` would ask for it, without any header of the answer. */
  getToken(context: { signal: AbortSignal; reason: TokenReason }): Promise<string>;
  requests: { atMs: number; signal: AbortSignal; reason?: TokenReason; isSettled: boolean }[];
  tokens: string[];
  /** From now on. */
  behave(behaviour: Behaviour): void;
  /** The next requests, in turn; then as before. */
  behaveNext(...behaviours: Behaviour[]): void;
  /** A token that is as old as `ageMs` when it leaves the backend. */
  token(options?: { lifetimeMs?: number; ageMs?: number; userId?: string }): string;
  json(token: unknown, init?: ResponseInit): Response;
}

export function createFakeBackend(browser: FakeBrowser, lifetimeMs = 3_600_000): FakeBackend {
  const requests: FakeBackend['requests'] = [];
  const tokens: string[] = [];
  const next: Behaviour[] = [];
  let serial = 0;
  let always: Behaviour = () => json(token());

  function token(options: Parameters<FakeBackend['token']>[0] = {}): string {
    const iat = Math.floor((browser.trueMs() - (options.ageMs ?? 0)) / 1000);
    const jwt = encodeJwt({
      user: { _id: options.userId ?? 'user-1' },
      iat,
      exp: iat + (options.lifetimeMs ?? lifetimeMs) / 1000,
      jti: String(serial++),
    });
    tokens.push(jwt);
    return jwt;
  }

  function json(jwt: unknown, init: ResponseInit = {}): Response {
    return Response.json(
      { token: jwt },
      {
        ...init,
        headers: {
          date: new Date(browser.trueMs()).toUTCString(),
          'cache-control': 'no-store',
          ...(init.headers as Record<string, string>),
        },
      },
    );
  }

  async function answer(signal: AbortSignal, reason?: TokenReason): Promise<Response> {
    const request: FakeBackend['requests'][number] = {
      atMs: browser.trueMs(),
      signal,
      isSettled: false,
      ...(reason && { reason }),
    };
    requests.push(request);
    signal.addEventListener('abort', () => (request.isSettled = true));
    try {
      if (!browser.page.isOnline()) throw new TypeError('Failed to fetch');
      const response = (next.shift() ?? always)(signal);
      return await (response ??
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }));
    } finally {
      request.isSettled = true;
    }
  }

  return {
    fetch: (_input, init) => answer(init?.signal ?? new AbortController().signal),
    async getToken({ signal, reason }) {
      const response = await answer(signal, reason);
      if (!response.ok) throw Object.assign(new Error('refused'), { status: response.status });
      return ((await response.json()) as { token: string }).token;
    },
    requests,
    tokens,
    behave(behaviour) {
      always = behaviour;
    },
    behaveNext(...behaviours) {
      next.push(...behaviours);
    },
    token,
    json,
  };
}
