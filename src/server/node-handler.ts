import type { IncomingMessage, ServerResponse } from 'node:http';

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
  options: NodeHandlerOptions = {},
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    const gone = new AbortController();
    res.on('close', () => {
      if (!res.writableFinished) gone.abort();
    });
    try {
      await send(await handler(toRequest(req, options, gone.signal)), req, res);
    } catch (error) {
      if (gone.signal.aborted) return;
      console.error('alloy-react: the handler given to toNodeHandler failed.', error);
      if (res.headersSent) res.destroy();
      else res.writeHead(500, { 'cache-control': 'no-store' }).end();
    }
  };
}

function toRequest(
  req: IncomingMessage,
  { trustProxy = false }: NodeHandlerOptions,
  signal: AbortSignal,
): Request {
  const { method = 'GET' } = req;
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || name.startsWith(':')) continue;
    for (const each of [value].flat()) headers.append(name, each);
  }
  const isEncrypted = 'encrypted' in req.socket;
  const told = trustProxy ? forwardedBy(headers) : {};
  const protocol = told.proto ?? (isEncrypted ? 'https' : 'http');
  const host = told.host ?? req.headers.host ?? String(req.headers[':authority'] ?? 'localhost');
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal };
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = toWebStream(req);
    init.duplex = 'half';
  }
  return new Request(`${protocol}://${host}${pathOf(req)}`, init);
}

/** A chain of proxies lists itself; the first entry is what the browser asked for. */
function forwardedBy(headers: Headers): { proto?: string | undefined; host?: string | undefined } {
  const first = (name: string): string | undefined => headers.get(name)?.split(',')[0]?.trim();
  return { proto: first('x-forwarded-proto'), host: first('x-forwarded-host') };
}

/** Express and Connect cut off where they are mounted, and keep the whole. */
function pathOf(req: IncomingMessage & { originalUrl?: unknown }): string {
  const path = typeof req.originalUrl === 'string' ? req.originalUrl : (req.url ?? '/');
  return path.startsWith('/') ? path : '/';
}

function toWebStream(req: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array, undefined> = req[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

async function send(response: Response, req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value);
    else if (name === 'vary') res.setHeader(name, joined(res.getHeader('vary'), value));
    else res.setHeader(name, value);
  }
  if (response.body && req.method !== 'HEAD') {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      if (!res.write(chunk)) await drained(res);
    }
  }
  res.end();
}

function joined(before: number | string | readonly string[] | undefined, value: string): string {
  return before === undefined ? value : `${String(before)}, ${value}`;
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    res.once('drain', resolve);
    res.once('close', resolve);
  });
}
