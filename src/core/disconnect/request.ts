import { AlloyError } from '../../errors/alloy-error';
import { toAlloyError } from '../../errors/to-alloy-error';
import { withDeadline } from '../../shared/deadline';
import { readText } from '../../shared/read-text';
import type { Clock } from '../clock';
import type { AlloyOptions } from '../contract/options';
import { withoutQuery } from '../token/read-token';
import { refusal } from '../token/refusal';

/** More than createDisconnectHandler takes for all of its calls, so that its reason arrives. */
const TIMEOUT_MS = 10_000;
/** More than `{ "disconnected": true }` needs. What is longer is a page. */
const MAX_BODY_BYTES = 65_536;

export interface DisconnectRequestPorts {
  options(): AlloyOptions;
  clock: Clock;
}

/** Has the host app's backend take an integration away. Asks once. @throws AlloyError "disconnect/..." */
export type DisconnectRequest = (integrationId: string, signal: AbortSignal) => Promise<void>;

export function createDisconnectRequest({
  options,
  clock,
}: DisconnectRequestPorts): DisconnectRequest {
  function where(): string {
    return withoutQuery(options().disconnectUrl ?? '');
  }

  async function ask(integrationId: string, signal: AbortSignal): Promise<void> {
    const { disconnectUrl = '', disconnectRequest, fetch = globalThis.fetch } = options();
    const init =
      typeof disconnectRequest === 'function' ? await disconnectRequest() : disconnectRequest;
    const headers = new Headers(init?.headers);
    headers.set('content-type', 'application/json');
    const response = await fetch(disconnectUrl, {
      credentials: 'same-origin',
      cache: 'no-store',
      ...init,
      method: 'POST',
      headers,
      body: JSON.stringify({ integrationId }),
      signal,
    });
    const { ok, status } = response;
    // Status 0: disconnectRequest (redirect, mode) has the browser hide the answer.
    if (!ok && !status) throw unexpected('something that the browser does not show');
    const body = await readText(response, MAX_BODY_BYTES);
    if (!ok) {
      const { headers } = response;
      const nowMs = clock.now().wall;
      throw refusal({ of: 'disconnect', where: where(), status, headers, body, nowMs });
    }
    const objection = objectionTo(body);
    if (objection !== null) throw unexpected(objection);
  }

  function unexpected(got: string): AlloyError {
    const detail = 'It should answer 200 with { "disconnected": true }';
    return new AlloyError('disconnect/http', { where: where(), got, detail });
  }

  return (integrationId, signal) =>
    withDeadline((inTime) => ask(integrationId, inTime), {
      ms: TIMEOUT_MS,
      signal,
      clock,
      onTimeout: () =>
        new AlloyError('disconnect/network', {
          where: where(),
          detail: 'Nothing came within 10 seconds',
        }),
    }).catch((error: unknown) => {
      throw toAlloyError(error, 'disconnect/network', { where: where() });
    });
}

/**
 * Why an answer with a status of success does not say that it is done. A login page, to which the request was redirected,
 * does not; an endpoint of the host's own may answer with less than ours.
 */
function objectionTo(body: string | null): string | null {
  if (body === '') return null;
  try {
    const answer: unknown = JSON.parse(body ?? '');
    const isRefusal = (answer as { disconnected?: unknown } | null)?.disconnected === false;
    return isRefusal ? '{ "disconnected": false }' : null;
  } catch {
    return body?.trimStart().startsWith('<') ? 'an HTML page' : 'text that is not JSON';
  }
}
