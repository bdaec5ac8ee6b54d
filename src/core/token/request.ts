import type { GetTokenContext, TokenProps } from '../contract/token';
import type { Clock, Moment } from '../clock';

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
