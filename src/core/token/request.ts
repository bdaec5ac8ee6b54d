import type { Clock, Moment } from '../clock';
import type { GetTokenContext, TokenProps } from '../contract/token';

/** A request under way. Nobody has looked into its answer yet. */
export interface TokenAnswer {
  askedAt: Moment;
  /** A `Response`, or what `getToken` returned. Rejects as `fetch` or `getToken` does. */
  body: Promise<unknown>;
}

export interface TokenRequestContext extends GetTokenContext {
  /** Adds to what `tokenRequest` asks for. Handed in, because the first request of a page needs none of it. */
  adapt?: (init: RequestInit | undefined) => RequestInit;
}

/** Sends one request. */
export type TokenRequest = (context: TokenRequestContext) => TokenAnswer;

/** `props` and `fetch` are read anew for each request, so that the newest ones count. */
export function createTokenRequest(
  props: () => TokenProps,
  fetch: () => typeof globalThis.fetch,
  clock: Clock,
): TokenRequest {
  async function send({ signal, reason, adapt }: TokenRequestContext): Promise<unknown> {
    const { tokenUrl, tokenRequest, getToken } = props();
    if (getToken) return getToken({ signal, reason });
    const init = typeof tokenRequest === 'function' ? await tokenRequest() : tokenRequest;
    return fetch()(tokenUrl, {
      credentials: 'same-origin',
      cache: 'no-store',
      ...(adapt ? adapt(init) : init),
      signal,
    });
  }

  return (context) => ({ askedAt: clock.now(), body: send(context) });
}
