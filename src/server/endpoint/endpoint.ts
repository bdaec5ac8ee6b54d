import { callHost } from '../../shared/host-code';
import { withDeadline } from '../../shared/deadline';
import { systemTimers } from '../../shared/timers';
import { TOKEN_REASON_HEADER } from '../../shared/token-reason';
import { AlloyApiError } from '../client/api-error';
import type { AlloyUserInput } from '../client/contract';
import { empty, json, type Answer } from './answer';
import { failure } from './failure';
import { identifyUser, IdentifyTimeout, type Identify } from './identify';
import { createOriginPolicy, type Caller } from './origin-policy';
import { createWebHandler, type WebHandler } from './web-handler';

/** What the endpoints of this package have in common. */
export interface EndpointOptions {
  /** The function that made it, for messages. */
  name: string;
  methods: readonly string[];
  identify: Identify;
  allowedOrigins?: readonly string[] | undefined;
  onError?: ((error: unknown, request: Request) => unknown) | undefined;
  /** Keep the body for `answer`: `identify` may read it too, and a copy such as `new Request(request)` takes it away. */
  readsBody?: boolean;
  /** Answers a request of a signed-in user. What it throws becomes the answer that tells so. */
  answer(visit: Visit): Promise<Answer>;
}

/** One request of a signed-in user. */
export interface Visit {
  /** With a body of its own if the endpoint reads it. */
  request: Request;
  user: AlloyUserInput;
  /** Tells `onError`. */
  report(error: unknown): void;
  /** Runs what may take long. Aborted when whoever asked is gone, and when the time for the request is over. */
  inTime<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

/** For the request as a whole. Less than the 10 seconds that a browser waits, so that it hears why. */
const TIMEOUT_MS = 8_000;
/** Nobody reads it. It is nginx's number for the same. */
const CLIENT_GONE = 499;
/** A browser remembers a preflight this long. */
const PREFLIGHT_MAX_AGE_SECONDS = 600;

/** Who may ask, by which method, signed in as whom, and until when; `answer` does the rest. */
export function createEndpoint(options: EndpointOptions): WebHandler {
  const { name, methods } = options;
  const allow = methods.join(', ');
  const callerOf = createOriginPolicy(options.allowedOrigins ?? [], name);

  function report(error: unknown, request: Request): void {
    // Whoever asks is not to suffer from a broken logger, nor the process.
    callHost(
      () => {
        if (options.onError) return options.onError(error, request);
        console.error(`alloy-react: the handler of ${name} failed.`, error);
        return undefined;
      },
      () => undefined,
    );
  }

  async function answer(request: Request): Promise<Answer> {
    const startedAt = Date.now();
    const kept = options.readsBody ? request.clone() : request;
    let user: AlloyUserInput | null;
    try {
      user = await identifyUser(options.identify, request, name);
    } catch (error) {
      report(error, request);
      return json(error instanceof IdentifyTimeout ? 504 : 500, { error: 'internal-error' });
    }
    if (!user) return json(401, { error: 'unauthenticated' });
    const visit: Visit = {
      request: kept,
      user,
      report: (error) => report(error, request),
      inTime: (work) =>
        withDeadline(work, {
          ms: Math.max(TIMEOUT_MS - (Date.now() - startedAt), 0),
          signal: request.signal,
          clock: systemTimers,
          onTimeout: () =>
            new AlloyApiError('timeout', `${name}: no answer of Alloy within ${TIMEOUT_MS} ms.`),
        }),
    };
    try {
      return await options.answer(visit);
    } catch (error) {
      if (request.signal.aborted) return empty(CLIENT_GONE);
      report(error, request);
      return failure(error);
    }
  }

  function preflight({ headers }: Request, caller: Caller): Answer {
    if (caller.kind !== 'allowed') return empty(204, { allow });
    return empty(204, {
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers':
        headers.get('access-control-request-headers') ?? `content-type, ${TOKEN_REASON_HEADER}`,
      'access-control-max-age': String(PREFLIGHT_MAX_AGE_SECONDS),
    });
  }

  return createWebHandler(async (request) => {
    const caller = callerOf(request);
    if (caller.kind === 'foreign') return json(403, { error: 'cross-site' });
    let reply: Answer;
    if (request.method === 'OPTIONS') reply = preflight(request, caller);
    else if (methods.includes(request.method)) reply = await answer(request);
    else reply = json(405, { error: 'method-not-allowed' }, { allow });
    if (caller.kind === 'allowed') Object.assign(reply.headers, corsHeaders(caller.origin));
    if (request.method === 'HEAD') reply.body = null;
    return reply;
  });
}

function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    // A cache on the way may add Age, and the browser counts a token's life from both.
    'access-control-expose-headers': 'Date, Age, Retry-After',
  };
}
