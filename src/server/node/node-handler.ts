import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLazyRequest } from './lazy-request';
import { createRequest } from './node-request';
import { replierOf, type Reply } from './reply';

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
  const reply = replierOf(handler);
  return async (req, res) => {
    try {
      const exchange = { req, res, trustProxy };
      if (reply) sendReply(await reply(createLazyRequest(exchange)), res);
      else await sendResponse(await handler(createRequest(exchange)), req, res);
    } catch (error) {
      if (res.destroyed) return;
      console.error('alloy-react: the handler given to toNodeHandler failed.', error);
      if (res.headersSent) res.destroy();
      else res.writeHead(500, { 'cache-control': 'no-store' }).end();
    }
  };
}

function sendReply({ status, headers, body }: Reply, res: ServerResponse): void {
  const vary = variesBy(res, headers.vary);
  if (vary !== undefined) headers.vary = vary;
  if (body !== null) headers['content-length'] = String(Buffer.byteLength(body));
  res.writeHead(status, headers);
  res.end(body ?? undefined);
}

async function sendResponse(
  { status, headers, body }: Response,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const cookies = headers.getSetCookie();
  const vary = variesBy(res, headers.get('vary'));
  res.writeHead(status, {
    ...Object.fromEntries(headers),
    ...(vary !== undefined && { vary }),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  });
  if (body && req.method === 'HEAD') await body.cancel();
  else if (body) await pump(body.getReader(), res);
  res.end();
}

async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  res: ServerResponse,
): Promise<void> {
  // Nobody reads on: whoever makes the body need not go on either.
  res.once('close', () => void reader.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!res.write(value)) await drained(res);
  }
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      res.off('drain', goOn).off('close', goOn);
      resolve();
    };
    res.once('drain', goOn).once('close', goOn);
  });
}

/** With what a middleware before said already, such as compression. */
function variesBy(res: ServerResponse, vary: string | null | undefined): string | undefined {
  const before = res.getHeader('vary');
  return before === undefined || !vary ? (vary ?? undefined) : `${String(before)}, ${vary}`;
}
