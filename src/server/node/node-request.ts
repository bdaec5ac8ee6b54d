import type { IncomingMessage, ServerResponse } from 'node:http';

/** One exchange of node:http, and what is believed of it. */
export interface NodeExchange {
  req: IncomingMessage & { body?: unknown; originalUrl?: unknown };
  res: ServerResponse;
  trustProxy: boolean;
}

/** A request of node:http as a Web-standard one. Its signal aborts when the client is gone. */
export function createRequest(exchange: NodeExchange): Request {
  const { method = 'GET' } = exchange.req;
  return new Request(urlOf(exchange), {
    method,
    headers: headersOf(exchange),
    signal: signalOf(exchange),
    ...(method !== 'GET' &&
      method !== 'HEAD' && { body: bodyOf(exchange), duplex: 'half' as const }),
  });
}

export function urlOf({ req, trustProxy }: NodeExchange): string {
  const protocol =
    (trustProxy ? forwarded(req, 'proto') : undefined) ??
    ('encrypted' in req.socket ? 'https' : 'http');
  const host =
    (trustProxy ? forwarded(req, 'host') : undefined) ??
    req.headers.host ??
    // HTTP/2 has the request line among the headers.
    String(req.headers[':authority'] ?? 'localhost');
  // Express and Connect cut off where they are mounted, and keep the whole.
  const path = typeof req.originalUrl === 'string' ? req.originalUrl : (req.url ?? '/');
  const url = `${protocol}://${host}${path.startsWith('/') ? path : '/'}`;
  // Anything can stand in a Host header.
  return URL.canParse(url) ? url : `${protocol}://localhost/`;
}

/** A chain of proxies lists itself; the first entry is what the browser asked for. */
function forwarded({ headers }: IncomingMessage, what: 'proto' | 'host'): string | undefined {
  return [headers[`x-forwarded-${what}`]].flat()[0]?.split(',')[0]?.trim();
}

export function headersOf({ req }: NodeExchange): Headers {
  const plain: Record<string, string> = {};
  for (const name in req.headers) {
    const value = req.headers[name];
    if (value !== undefined && !name.startsWith(':')) {
      plain[name] = typeof value === 'string' ? value : value.join(', ');
    }
  }
  return new Headers(plain);
}

export function signalOf({ res }: NodeExchange): AbortSignal {
  const gone = new AbortController();
  const onClose = (): void => {
    if (!res.writableFinished) gone.abort();
  };
  if (res.destroyed) onClose();
  else res.once('close', onClose);
  return gone.signal;
}

function bodyOf({ req }: NodeExchange): BodyInit {
  // A parser such as express.json() was here before and has read the stream to its end.
  if (req.readableEnded && req.body !== undefined) {
    return typeof req.body === 'string' ? req.body : JSON.stringify(req.body);
  }
  const chunks: AsyncIterator<Uint8Array, undefined> = req[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
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
