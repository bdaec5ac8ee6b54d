import { AlloyError, isAlloyError } from '../../errors/alloy-error';
import { redactError } from '../../errors/redact';
import type { AlloyCore } from '../alloy';
import type { AlloyOptions } from '../contract/options';
import type { Clock } from '../clock';
import { readIntegrations, type Integration } from './integration';
import { readRetryAfterMs } from '../../shared/retry-after';

const HOSTS = {
  us: 'https://embedded.runalloy.com',
  eu: 'https://eu-embedded.runalloy.com',
};
/** The version that the user token is accepted by: the one that alloy-frontend speaks. */
const VERSION = '2024-03';
const REQUEST_TIMEOUT_MS = 10_000;
const MAX_RETRY_AFTER_MS = 60_000;

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
  setWorkflowActive(workflowId: string, active: boolean): Promise<void>;
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
  async function send(
    request: ApiRequest,
    token: string,
  ): Promise<{ response: Response; text: string }> {
    const { method, body, signal } = request;
    const fetch = options().fetch ?? globalThis.fetch;
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    const cancelTimeout = clock.after(REQUEST_TIMEOUT_MS, stop);
    signal?.addEventListener('abort', stop);
    try {
      const response = await fetch(address(request), {
        method,
        headers: {
          'x-alloy-user-token': token,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        cache: 'no-store',
        credentials: 'omit',
        signal: abort.signal,
      });
      return { response, text: await response.text() };
    } catch (cause) {
      throw new AlloyError('api/network', { where: nameOf(request), cause: redactError(cause) });
    } finally {
      cancelTimeout();
      signal?.removeEventListener('abort', stop);
    }
  }

  async function call(request: ApiRequest): Promise<string> {
    const { signal } = request;
    const token = await getToken({ signal });
    let answer = await send(request, token);
    if (answer.response.status === 401) {
      answer = await send(request, await getToken({ signal, rejected: token }));
    }
    const { response, text } = answer;
    if (response.ok) return text;
    const { status, headers } = response;
    throw new AlloyError(status === 401 || status === 403 ? 'api/unauthorized' : 'api/http', {
      where: nameOf(request),
      status,
      retryAfterMs: readRetryAfterMs(headers, clock.now().wall, MAX_RETRY_AFTER_MS),
    });
  }

  return {
    async listIntegrations(signal) {
      const request: ApiRequest = { method: 'GET', path: '/integrations', signal };
      const where = nameOf(request);
      return readIntegrations(parse(await call(request), where), where);
    },
    async setWorkflowActive(workflowId, active) {
      const path = `/workflows/${active ? 'activate' : 'deactivate'}`;
      await call({ method: 'PUT', path, body: { workflowId } });
    },
  };
}

/** Whether a request to Alloy's API failed for a passing reason; a token's failure was retried already. */
export function isRetryableApiError(error: unknown): error is AlloyError {
  return isAlloyError(error) && error.code.startsWith('api/') && error.retryable;
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without a cause: the parser's error quotes the text.
    const got = text.trimStart().startsWith('<') ? 'an HTML page' : 'a text that is no JSON';
    throw new AlloyError('api/malformed', { where, got });
  }
}
