import type { Answer } from './answer';

export type WebHandler = (request: Request) => Promise<Response>;
type AnswerRequest = (request: Request) => Promise<Answer>;

const answers = new WeakMap<WebHandler, AnswerRequest>();

/**
 * A Web-standard handler from one that answers with plain data.
 *
 * `toNodeHandler` writes the plain data. A `Response` would be built only to be taken apart: on Node 20 that cost more
 * than twice what node:http needs for a whole request (measured).
 */
export function createWebHandler(answer: AnswerRequest): WebHandler {
  async function handle(request: Request): Promise<Response> {
    const { body, ...init } = await answer(request);
    return new Response(body, init);
  }
  answers.set(handle, answer);
  return handle;
}

/** The handler with plain data. undefined: the handler is not ours. */
export function plainHalfOf(handler: WebHandler): AnswerRequest | undefined {
  return answers.get(handler);
}
