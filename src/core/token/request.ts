import type { Clock, Moment } from '../clock';
import type { AlloyOptions } from '../contract/options';
import type { GetTokenContext } from '../contract/token';

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

/** Asks the host's endpoint, or its `getToken`, for a token. */
export function requestToken(
  options: AlloyOptions,
  clock: Clock,
  context: TokenRequestContext,
): TokenAnswer {
  return { askedAt: clock.now(), body: send(options, context) };
}

async function send(
  { tokenUrl, tokenRequest, getToken, fetch = globalThis.fetch }: AlloyOptions,
  { signal, reason, adapt }: TokenRequestContext,
): Promise<unknown> {
  if (getToken) return getToken({ signal, reason });
  const init = typeof tokenRequest === 'function' ? await tokenRequest() : tokenRequest;
  return fetch(tokenUrl, {
    credentials: 'same-origin',
    cache: 'no-store',
    ...(adapt ? adapt(init) : init),
    signal,
  });
}
