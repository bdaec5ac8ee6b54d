import { readText } from '../../shared/read-text';
import type { Endpoint } from './api-address';
import type { ApiCall } from './api-call';

/** Far above the longest list of integrations, and far below what hurts a small server. */
const MAX_ANSWER_BYTES = 10_000_000;

interface Exchange {
  call: ApiCall;
  url: string;
  secret: string;
  signal: AbortSignal;
  endpoint: Endpoint;
}

/** Sends one HTTP request, and reads its answer. `text` is null when the answer is too long. */
export async function exchange(
  fetch: typeof globalThis.fetch,
  { call, url, secret, signal, endpoint }: Exchange,
): Promise<{ status: number; headers: Headers; text: string | null }> {
  const response = await fetch(url, {
    method: call.method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${secret}`,
      ...endpoint.headers,
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    // The key goes to Alloy's own host and nowhere that it may point to.
    redirect: 'manual',
    // Frameworks that cache fetch must not. Older Workers refuse the option.
    ...('cache' in Request.prototype && { cache: 'no-store' as const }),
    signal,
  });
  const { status, headers } = response;
  return { status, headers, text: await readText(response, MAX_ANSWER_BYTES) };
}
