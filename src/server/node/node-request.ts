import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from './node-body';

/** One exchange of node:http, as frameworks hand it on. */
export interface NodeExchange {
  req: IncomingMessage & { body?: unknown; originalUrl?: unknown };
  res: ServerResponse;
}

/**
 * A request of node:http as a Web-standard one. Its signal, and those of its copies, abort when the client is gone.
 *
 * A signal that is passed to the constructor would do the same, but costs nearly as much as bare node:http needs for the
 * whole exchange (17 of 20 microseconds on Node 20: weak references and finalizers), and hardly any request with a warm
 * cache looks at it. So it is made at the first need.
 */
class NodeRequest extends Request {
  readonly native: NodeExchange;
  /** Not a private field (#): in a subclass of Request those cost as much as the headers. */
  private gone: AbortController | undefined;

  constructor(url: string, init: RequestInit, native: NodeExchange) {
    super(url, init);
    this.native = native;
    if (native.res.destroyed) this.abort();
    else
      native.res.once('close', () => {
        if (!native.res.writableEnded) this.abort();
      });
  }

  override get signal(): AbortSignal {
    this.gone ??= new AbortController();
    return this.gone.signal;
  }

  override clone(): Request {
    return new Request(super.clone(), { signal: this.signal });
  }

  private abort(): void {
    this.gone ??= new AbortController();
    this.gone.abort();
    // `new Request(request)` listens to the signal that Request made for itself. On Deno it does not, and goes on.
    super.signal.dispatchEvent(new Event('abort'));
  }
}

/** @param trustProxy believe the x-forwarded headers */
export function createNodeRequest(native: NodeExchange, trustProxy: boolean): Request {
  const { method = 'GET' } = native.req;
  const { body, headers } =
    method === 'GET' || method === 'HEAD'
      ? { body: null, headers: headersOf(native.req) }
      : bodyOf(native.req, headersOf(native.req));
  const init = { method, headers, ...(body !== null && { body, duplex: 'half' as const }) };
  return new NodeRequest(urlOf(native.req, trustProxy), init, native);
}

/** What the server framework gave `toNodeHandler`; undefined for any other request. */
export function nativeOf(request: Request): NodeExchange | undefined {
  return request instanceof NodeRequest ? request.native : undefined;
}

function urlOf(req: NodeExchange['req'], trustProxy: boolean): string {
  // Bun's sockets have `encrypted` too, and it is false there.
  const isEncrypted = (req.socket as { encrypted?: unknown }).encrypted === true;
  const protocol =
    (trustProxy ? forwarded(req, 'proto') : undefined) ?? (isEncrypted ? 'https' : 'http');
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

/** A chain of proxies lists itself. The first entry is what the browser asked for. */
function forwarded({ headers }: IncomingMessage, what: 'proto' | 'host'): string | undefined {
  return [headers[`x-forwarded-${what}`]].flat()[0]?.split(',')[0]?.trim();
}

/** serverless-http hands on numbers where node:http has strings. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name] as string | number | string[] | undefined;
    if (value !== undefined && !name.startsWith(':')) {
      plain[name] = Array.isArray(value) ? value.join(', ') : String(value);
    }
  }
  return plain;
}
