import type { Clock, Moment } from '../clock';

/** Why a token is asked for. */
export type TokenReason = 'initial' | 'refresh' | 'expired' | 'rejected' | 'manual';

export interface GetTokenContext {
  /** Aborted when nobody waits for the token any more. */
  signal: AbortSignal;
  reason: TokenReason;
}

/** Where tokens come from: exactly one of `tokenUrl` and `getToken`. */
export type TokenProps =
  | {
      /**
       * The host app's own endpoint. It answers `{ "token": "<jwt>" }` (also accepted: a bare JSON string, or
       * the JWT as text/plain). Credentials: "same-origin" unless tokenRequest says otherwise.
       */
      tokenUrl: string | URL;
      /** Extra fetch options (method, headers, credentials, body), read anew for each request. */
      tokenRequest?: RequestInit | (() => RequestInit | Promise<RequestInit>) | undefined;
      getToken?: never;
    }
  | {
      /** Asks the host app's backend in your own way: through tRPC, GraphQL or an API client. */
      getToken: (context: GetTokenContext) => Promise<string | { token: string }>;
      tokenUrl?: never;
      tokenRequest?: never;
    };

/** A request under way, and what will come of it, not looked into. */
export interface TokenAnswer {
  askedAt: Moment;
  /** A `Response`, or what `getToken` gave; rejects as `fetch` or `getToken` does. */
  body: Promise<unknown>;
}

/** Sends one request. */
export type TokenRequest = (context: GetTokenContext) => TokenAnswer;

/** `props` and `fetch` are read anew for each request, so that the newest ones count. */
export function createTokenRequest(
  props: () => TokenProps,
  fetch: () => typeof globalThis.fetch,
  clock: Clock,
): TokenRequest {
  async function send(context: GetTokenContext): Promise<unknown> {
    const { tokenUrl, tokenRequest, getToken } = props();
    if (getToken) return getToken(context);
    return fetch()(tokenUrl, {
      credentials: 'same-origin',
      cache: 'no-store',
      ...(typeof tokenRequest === 'function' ? await tokenRequest() : tokenRequest),
      signal: context.signal,
    });
  }

  return (context) => ({ askedAt: clock.now(), body: send(context) });
}
