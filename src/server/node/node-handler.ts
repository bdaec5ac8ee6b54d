import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainHalfOf } from '../endpoint/web-handler';
import { createNodeRequest } from './node-request';
import { sendAnswer, sendResponse } from './node-response';

// Our own adapter, because of what it must do and others do not: the path of a mounted Express or Connect app, bodies that
// a parser has read, Host headers that are not a host, and `Vary` of earlier middleware. Around @remix-run/node-fetch-server
// 0.14 or @hono/node-server 2.1 all of it would still be ours to write. The first reached 0.16 of bare node:http on Node 20
// with the same answer, ours 0.36 to 0.41 (`npm run bench:server`). The second replaces the global Request by one that is made late.

/** For {@link toNodeHandler}. */
export interface NodeHandlerOptions {
  /**
   * Believe `x-forwarded-proto` and `x-forwarded-host`. Only behind a proxy that sets both itself: anyone
   * else can send them too. @default false
   */
  trustProxy?: boolean | undefined;
}

/**
 * Runs a Web-standard handler, such as {@link createTokenHandler}'s, on node:http, Express, Fastify or
 * Connect.
 *
 * @example
 * ```ts
 * app.use('/api/alloy/token', toNodeHandler(createTokenHandler({ alloy, identify })));
 * ```
 */
export function toNodeHandler(
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeHandlerOptions = {},
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const answer = plainHalfOf(handler);
  return async (req, res) => {
    try {
      // fetch's Request refuses this method, whatever the handler would say.
      if (req.method === 'TRACE') {
        res.writeHead(405).end();
        return;
      }
      const request = createNodeRequest({ req, res }, trustProxy);
      if (answer) sendAnswer(await answer(request), res);
      else await sendResponse(await handler(request), res, req.method === 'HEAD');
    } catch (error) {
      if (res.destroyed) return;
      console.error('alloy-react: the handler given to toNodeHandler failed.', error);
      if (res.headersSent) res.destroy();
      else res.writeHead(500, { 'cache-control': 'no-store' }).end();
    }
  };
}
