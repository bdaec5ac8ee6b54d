import { AlloyError } from '../../errors/alloy-error';
import { toAlloyError } from '../../errors/to-alloy-error';
import type { AlloyCore } from '../alloy-core';
import type { AlloyOptions } from '../contract/options';
import type { Clock } from '../clock';
import type { Integration } from './integration';
import { readIntegrations } from './read-integrations';
import { withDeadline } from '../../shared/deadline';
import { readRetryAfterMs } from '../../shared/retry-after';
import { readText } from '../../shared/read-text';

/** What a refusal means, by its status. */
const DETAILS: Partial<Record<number, string>> = {
  401: 'It refused the token that replaced it as well',
  403: 'A 403 is not about the age of the token, so the token was not replaced',
};
const HOSTS = {
  us: 'https://embedded.runalloy.com',
  eu: 'https://eu-embedded.runalloy.com',
};
/** The version that the user token is accepted by: the one that alloy-frontend speaks. */
const VERSION = '2024-03';
const REQUEST_TIMEOUT_MS = 10_000;
/** A longer Retry-After counts as this. */
const MAX_RETRY_AFTER_MS = 60_000;
/** Far more than any list of integrations needs. */
const MAX_BODY_BYTES = 16_777_216;

export interface AlloyApiPorts {
  options(): Pick<AlloyOptions, 'fetch' | 'region'>;
  getToken: AlloyCore['getToken'];
  clock: Clock;
}

/**
 * Alloy's data API on behalf of the user, by a fetch of our own: the SDK's calls never look at the HTTP
 * status, so that a refusal of theirs arrives as if it were data.
 */
export interface AlloyApi {
  /** @throws AlloyError "api/..." or "token/..." */
  listIntegrations(signal?: AbortSignal): Promise<readonly Integration[]>;
  /** @throws AlloyError "api/..." or "token/..." */
  setWorkflowActive(workflowId: string, active: boolean, signal?: AbortSignal): Promise<void>;
}

interface ApiRequest {
  method: 'GET' | 'PUT';
  path: string;
  body?: object;
  signal?: AbortSignal | undefined;
}

export function createAlloyApi({ options, getToken, clock }: AlloyApiPorts): AlloyApi {
  function address({ path }: ApiRequest): string {
    return `${HOSTS[options().region ?? 'us']}/${VERSION}${path}`;
  }

  function nameOf(request: ApiRequest): string {
    return `${request.method} ${address(request)}`;
  }

  /** The answer's text, whatever its status. */
  function send(request: ApiRequest, token: string): Promise<{ response: Response; text: string }> {
    const where = nameOf(request);
    const { method, body, signal } = request;
    async function exchange(signal: AbortSignal): Promise<{ response: Response; text: string }> {
      const fetch = options().fetch ?? globalThis.fetch;
      const response = await fetch(address(request), {
        method,
        headers: {
          'x-alloy-user-token': token,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        cache: 'no-store',
        credentials: 'omit',
        signal,
      });
      const text = await readText(response, MAX_BODY_BYTES);
      if (text === null) {
        const detail = `It is longer than ${MAX_BODY_BYTES} bytes`;
        throw new AlloyError('api/malformed', { where, detail });
      }
      return { response, text };
    }
    return withDeadline(exchange, {
      ms: REQUEST_TIMEOUT_MS,
      signal,
      clock,
      onTimeout: () =>
        new AlloyError('api/network', { where, detail: 'Nothing came within 10 seconds' }),
    }).catch((error: unknown) => {
      // The reason of whoever gave it up is not ours to name.
      throw signal?.aborted ? error : toAlloyError(error, 'api/network', { where });
    });
  }

  async function call(request: ApiRequest): Promise<string> {
    const { signal } = request;
    const token = await getToken({ signal });
    let answer = await send(request, token);
    if (answer.response.status === 401) {
      const replacement = await getToken({ signal, rejected: token });
      // The same again: it had replaced another a moment ago.
      if (replacement !== token) answer = await send(request, replacement);
    }
    const { response, text } = answer;
    if (response.ok) return text;
    const { status, headers } = response;
    throw new AlloyError(status === 401 || status === 403 ? 'api/unauthorized' : 'api/http', {
      where: nameOf(request),
      status,
      detail: DETAILS[status],
      retryAfterMs: readRetryAfterMs(headers, clock.now().wall, MAX_RETRY_AFTER_MS),
    });
  }

  return {
    async listIntegrations(signal) {
      const request: ApiRequest = { method: 'GET', path: '/integrations', signal };
      const where = nameOf(request);
      return readIntegrations(parse(await call(request), where), where);
    },
    async setWorkflowActive(workflowId, active, signal) {
      const path = `/workflows/${active ? 'activate' : 'deactivate'}`;
      const request: ApiRequest = { method: 'PUT', path, body: { workflowId }, signal };
      if (isRefusal(await call(request), active)) {
        const detail = 'Its body says that this was not done';
        throw new AlloyError('api/http', { where: nameOf(request), status: 200, detail });
      }
    },
  };
}

/**
 * Whether the answer to a switch says that it was not done. Alloy answers `{ "activated": true }` or
 * `{ "deactivated": true }`; "activated: false" after a deactivation is what was wanted. An empty answer is as good as any.
 */
function isRefusal(text: string, active: boolean): boolean {
  try {
    const answer = JSON.parse(text) as Record<string, unknown> | null;
    return answer?.[active ? 'activated' : 'deactivated'] === false || answer?.success === false;
  } catch {
    return false;
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without a cause: the parser's error quotes the text.
    const got = text.trimStart().startsWith('<') ? 'an HTML page' : 'a string that is not JSON';
    throw new AlloyError('api/malformed', { where, detail: `It is ${got}` });
  }
}
