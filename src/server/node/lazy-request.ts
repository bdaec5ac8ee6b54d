import { createRequest, headersOf, signalOf, urlOf, type NodeExchange } from './node-request';

/**
 * A Request that is made when it is needed. Node's own costs as much as all the rest of a token request with a
 * warm cache, and of it hardly more than the headers are ever read.
 *
 * It is an `instanceof Request` and does all that one does, through the real one. Only what looks into the
 * private parts of a Request, as `fetch(request)` and `new Request(request)` do, wants `request.clone()`.
 */
class LazyRequest {
  readonly #exchange: NodeExchange;
  #headers: Headers | undefined;
  #signal: AbortSignal | undefined;
  #real: Request | undefined;

  constructor(exchange: NodeExchange) {
    this.#exchange = exchange;
  }

  get method(): string {
    return this.#exchange.req.method ?? 'GET';
  }

  get url(): string {
    return this.#real?.url ?? new URL(urlOf(this.#exchange)).href;
  }

  get headers(): Headers {
    return (this.#headers ??= headersOf(this.#exchange));
  }

  get signal(): AbortSignal {
    return (this.#signal ??= signalOf(this.#exchange));
  }

  static real(request: LazyRequest): Request {
    return (request.#real ??= createRequest(request.#exchange));
  }
}

const own: object = LazyRequest.prototype;
Object.setPrototypeOf(own, Request.prototype);

for (const [name, { get, value }] of Object.entries(
  Object.getOwnPropertyDescriptors(Request.prototype) as PropertyDescriptorMap,
)) {
  if (Object.hasOwn(own, name)) continue;
  const viaReal = function (this: LazyRequest, ...args: unknown[]): unknown {
    return Reflect.apply((get ?? value) as () => unknown, LazyRequest.real(this), args);
  };
  Object.defineProperty(own, name, get ? { get: viaReal } : { value: viaReal });
}

export function createLazyRequest(exchange: NodeExchange): Request {
  return new LazyRequest(exchange) as unknown as Request;
}
