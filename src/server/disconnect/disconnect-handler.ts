import { readText } from '../../shared/read-text';
import type { AlloyClient } from '../client/contract';
import { objectIn } from '../client/answer';
import { AlloyApiError } from '../client/api-error';
import { json } from '../endpoint/answer';
import { createEndpoint } from '../endpoint/endpoint';
import type { Identify } from '../endpoint/identify';
import { disconnect } from './disconnect';

/** For {@link createDisconnectHandler}. */
export interface DisconnectHandlerOptions {
  /** Made with {@link createAlloyClient}. */
  alloy: AlloyClient;
  /** The signed-in user of the host app, from its own session, as for {@link createTokenHandler}. */
  identify: Identify;
  /** Origins allowed to ask cross-origin (CORS), cookies included. @default none */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Also delete the credentials that no other installed integration of the user needs. Alloy shares a credential between
   * all integrations of one app. @default false
   */
  deleteCredentials?: boolean | undefined;
  /** Told of what goes wrong, but not of refusals. It may be async, and may fail. @default console.error */
  onError?: ((error: unknown, request: Request) => unknown) | undefined;
}

/** `{ "integrationId": "..." }` with much room. */
const MAX_BODY_BYTES = 10_000;
const MAX_ID_CHARACTERS = 200;

/**
 * The endpoint that takes an integration of the signed-in user away, as a Web-standard handler like that of
 * {@link createTokenHandler}.
 *
 * It takes POST with `{"integrationId": "..."}` as JSON, and answers 200 `{"disconnected": true}`, also when the
 * integration was not installed. Otherwise `{"error": "<code>"}` with
 * - 400 `invalid-request` for another body, or an integration that the user does not have
 * - 401 `unauthenticated`, 403 `cross-site`, 405 `method-not-allowed` as the token handler
 * - 500, 502, 503 and 504 as the token handler; what was taken away until then stays so, and asking again goes on
 *
 * @example
 * ```ts
 * export const POST = createDisconnectHandler({
 *   alloy: createAlloyClient({ apiKey: process.env.ALLOY_API_KEY ?? '' }),
 *   identify: async () => {
 *     const user = await currentUser();
 *     return user && { username: user.id };
 *   },
 * });
 * ```
 */
export function createDisconnectHandler(
  options: DisconnectHandlerOptions,
): (request: Request) => Promise<Response> {
  const { alloy, identify, allowedOrigins, onError, deleteCredentials = false } = options;
  return createEndpoint({
    name: 'createDisconnectHandler',
    methods: ['POST', 'OPTIONS'],
    identify,
    allowedOrigins,
    onError,
    readsBody: true,
    async answer({ request, user, inTime }) {
      const integrationId = await inTime(() => readIntegrationId(request));
      if (integrationId === null) return json(400, { error: 'invalid-request' });
      const isTheirs = await inTime(async (signal) => {
        try {
          const how = { deleteCredentials, signal };
          return await disconnect(alloy, user.username, integrationId, how);
        } catch (error) {
          // A user whom Alloy does not know has nothing installed.
          if (error instanceof AlloyApiError && error.code === 'not-found') return true;
          throw error;
        }
      });
      return isTheirs ? json(200, { disconnected: true }) : json(400, { error: 'invalid-request' });
    },
  });
}

/** null: the body is too long, is not JSON, or names no integration. */
async function readIntegrationId(request: Request): Promise<string | null> {
  // A form of another site can send what looks like JSON, but not with this type.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return null;
  try {
    const text = await readText(request, MAX_BODY_BYTES);
    const { integrationId } = objectIn(JSON.parse(text ?? ''));
    const isId =
      typeof integrationId === 'string' &&
      integrationId !== '' &&
      integrationId.length <= MAX_ID_CHARACTERS;
    return isId ? integrationId : null;
  } catch {
    return null;
  }
}
