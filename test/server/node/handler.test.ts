import {
  request as send,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
} from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import {
  createAlloyClient,
  createTokenHandler,
  toNodeHandler,
  type NodeHandlerOptions,
  type TokenHandlerOptions,
} from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';
import { takeConsole } from '../../support/console';
import { serve } from '../support/serve';

type Handler = (request: Request) => Promise<Response>;

function tokenHandler(options: Partial<TokenHandlerOptions> = {}): Handler {
  return createTokenHandler({
    alloy: createAlloyClient({ apiKey: 'key', fetch: createSandboxApi() }),
    identify: () => ({ username: 'ada' }),
    ...options,
  });
}

/** What `identify` sees of a request; both kinds of handler must show the same. */
async function seenBy(
  kind: 'the token handler' | 'any handler',
  ask: (origin: string) => Promise<unknown>,
  look: (request: Request) => unknown,
  options?: NodeHandlerOptions,
): Promise<unknown> {
  const seen = vi.fn();
  const lookAt = async (request: Request): Promise<void> => void seen(await look(request));
  const handler =
    kind === 'the token handler'
      ? tokenHandler({ identify: (request) => lookAt(request).then(() => null) })
      : (request: Request) => lookAt(request).then(() => new Response('seen'));
  await ask(await serve(toNodeHandler(handler, options)));
  return seen.mock.calls[0]?.[0];
}

function get(url: string, options: RequestOptions = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    send(url, options, resolve).on('error', reject).end();
  });
}

const KINDS = ['the token handler', 'any handler'] as const;

describe.each(KINDS)('the request that %s gets', (kind) => {
  it('has method, URL and headers', async () => {
    const seen = await seenBy(
      kind,
      (origin) =>
        get(`${origin}/api/token?x=1%202`, {
          method: 'POST',
          headers: { host: 'app.example.com', cookie: ['a=1', 'b=2'] },
        }),
      (request) => [
        request instanceof Request,
        request.method,
        request.url,
        request.headers.get('cookie'),
        request.bodyUsed,
      ],
    );
    expect(seen).toEqual([
      true,
      'POST',
      'http://app.example.com/api/token?x=1%202',
      'a=1; b=2',
      false,
    ]);
  });

  it('has the body, and can be cloned', async () => {
    const seen = await seenBy(
      kind,
      (origin) => fetch(origin, { method: 'POST', body: JSON.stringify({ csrf: 'ä' }) }),
      async (request) => {
        const copy = new Request(request.clone(), { headers: { 'x-copy': 'yes' } });
        const bodies = [await request.json(), await copy.json()] as unknown[];
        return [...bodies, copy.headers.get('x-copy')];
      },
    );
    expect(seen).toEqual([{ csrf: 'ä' }, { csrf: 'ä' }, 'yes']);
  });

  it('heeds x-forwarded headers only when told to', async () => {
    const headers = { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'app.example.com' };
    const ask = (origin: string): Promise<unknown> => fetch(`${origin}/token`, { headers });
    const look = (request: Request): string => request.url;
    expect(await seenBy(kind, ask, look)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/token$/);
    expect(await seenBy(kind, ask, look, { trustProxy: true })).toBe(
      'https://app.example.com/token',
    );
  });

  it('has the scheme of its connection', async () => {
    const handle = toNodeHandler((request) => Promise.resolve(new Response(request.url)));
    const origin = await serve((req, res) => {
      // As sockets of TLS have it, and those of Bun without TLS.
      Object.assign(req.socket, { encrypted: req.url === '/tls' });
      void handle(req, res);
    });
    const { host } = new URL(origin);
    expect(await (await fetch(`${origin}/tls`)).text()).toBe(`https://${host}/tls`);
    expect(await (await fetch(`${origin}/plain`)).text()).toBe(`http://${host}/plain`);
  });

  it('has headers as wrappers of node:http give them: numbers, and lists', async () => {
    const handle = toNodeHandler(({ headers }) =>
      Promise.resolve(Response.json([headers.get('x-port'), headers.get('x-list')])),
    );
    const origin = await serve((req, res) => {
      Object.assign(req.headers, { 'x-port': 443, 'x-list': ['a', 'b'], 'x-none': undefined });
      void handle(req, res);
    });
    expect(await (await fetch(origin)).json()).toEqual(['443', 'a, b']);
  });

  it('has the path "/" when the request line holds none of its own', async () => {
    const handle = toNodeHandler((request) => Promise.resolve(new Response(request.url)));
    const { port } = new URL(await serve((req, res) => void handle(req, res)));
    const told = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write('GET http://evil.example/x HTTP/1.0\r\nHost: app.example.com\r\n\r\n');
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(told).toMatch(/\r\n\r\nhttp:\/\/app\.example\.com\/$/);
  });

  it('is aborted from the start when the client left before', async () => {
    let leave = (): void => undefined;
    let server: RequestListener = () => undefined;
    const seen = new Promise<boolean>((resolve) => {
      const handle = toNodeHandler(({ signal }) => {
        resolve(signal.aborted);
        return Promise.resolve(new Response());
      });
      server = (req, res) => {
        res.once('close', () => void handle(req, res));
        leave();
      };
    });
    const origin = await serve((req, res) => server(req, res));
    const call = send(origin).on('error', () => undefined);
    leave = () => void call.destroy();
    call.end();
    expect(await seen).toBe(true);
  });

  it('has some URL, whatever the Host header says', async () => {
    const ask = (origin: string): Promise<unknown> => get(origin, { headers: { host: 'a b/c' } });
    expect(await seenBy(kind, ask, (request) => request.url)).toBe('http://localhost/');
  });

  it.each([
    ['it', (request: Request) => request],
    ['a copy of it', (request: Request) => new Request(request)],
    ['a copy with other headers', (request: Request) => new Request(request, { headers: {} })],
    ['a copy for another address', (request: Request) => new Request('http://auth.test/', request)],
    ['a copy of a copy', (request: Request) => new Request(new Request(request))],
    ['a clone', (request: Request) => request.clone()],
  ])('is aborted when the client is gone: %s', async (_name, copyOf) => {
    let leave = (): void => undefined;
    const ask = (origin: string): Promise<void> => {
      const call = send(origin).end();
      leave = () => void call.destroy();
      return new Promise((resolve) => call.on('error', () => resolve()));
    };
    let aborted: Promise<unknown[]> | undefined;
    await seenBy(kind, ask, (request) => {
      const { signal } = copyOf(request);
      expect(signal.aborted).toBe(false);
      aborted = new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve([signal.aborted, (signal.reason as Error).name]);
        });
      });
      leave();
      return aborted;
    });
    expect(await aborted).toEqual([true, 'AbortError']);
  });

  it('is not aborted by an answer that was sent whole', async () => {
    const signal = await seenBy(
      kind,
      async (origin) => (await fetch(origin, { headers: { connection: 'close' } })).text(),
      (request) => request.signal,
    );
    expect((signal as AbortSignal).aborted).toBe(false);
  });
});

describe('the token endpoint on node:http', () => {
  it('answers GET, HEAD, refusals and preflights as the handler does', async () => {
    const handler = tokenHandler({ allowedOrigins: ['https://admin.example.org'] });
    const origin = await serve(toNodeHandler(handler));
    const token = await fetch(origin);
    expect(token.status).toBe(200);
    expect(await token.text()).toMatch(/^{"token":"ey[^"]+"}$/);
    expect(token.headers.get('cache-control')).toBe('no-store');
    expect(Number(token.headers.get('content-length'))).toBeGreaterThan(100);

    const head = await fetch(origin, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);

    const refused = await fetch(origin, { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([
      405,
      'GET, POST, HEAD, OPTIONS',
    ]);

    const foreign = await fetch(origin, { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);

    const preflight = await get(origin, {
      method: 'OPTIONS',
      headers: { origin: 'https://admin.example.org', 'access-control-request-method': 'GET' },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe('https://admin.example.org');
  });

  it('gives up its call to Alloy when the browser leaves', async () => {
    const signals: AbortSignal[] = [];
    const alloy = createAlloyClient({
      apiKey: 'key',
      fetch: (_input, init) => {
        if (init?.signal) signals.push(init.signal);
        return new Promise(() => undefined);
      },
    });
    const origin = await serve(toNodeHandler(tokenHandler({ alloy })));
    const browser = new AbortController();
    const asked = fetch(origin, { signal: browser.signal }).catch(() => 'left');
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    browser.abort();
    expect(await asked).toBe('left');
    await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));
  });

  it('keeps what a middleware said about Vary', async () => {
    const handle = toNodeHandler(tokenHandler());
    const origin = await serve((req, res) => {
      res.setHeader('vary', 'Accept-Encoding');
      void handle(req, res);
    });
    expect((await fetch(origin)).headers.get('vary')).toBe('Accept-Encoding, Origin');
  });
});

describe('any handler on node:http', () => {
  it('streams its answer, cookies one by one', async () => {
    let finish = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('first '));
        finish = () => {
          controller.enqueue(new TextEncoder().encode('second'));
          controller.close();
        };
      },
    });
    const headers = new Headers({ 'x-a': 'b' });
    headers.append('set-cookie', 'a=1; Path=/');
    headers.append('set-cookie', 'b=2; Path=/');
    const origin = await serve(
      toNodeHandler(() => Promise.resolve(new Response(body, { status: 203, headers }))),
    );
    const response = await fetch(origin);
    expect(response.status).toBe(203);
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('first ');
    finish();
    expect((await reader?.read())?.value).toBe('second');
  });

  it('waits for a slow reader, and stops when that leaves', async () => {
    const chunk = new Uint8Array(256 * 1024);
    let made = 0;
    const cancel = vi.fn();
    const origin = await serve(
      toNodeHandler(() => {
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            made++;
            controller.enqueue(chunk);
          },
          cancel,
        });
        return Promise.resolve(new Response(body));
      }),
    );
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('readable', resolve));
    let before: number;
    do {
      before = made;
      await new Promise((resolve) => setImmediate(resolve));
    } while (made !== before);
    expect(made).toBeLessThan(200);
    socket.destroy();
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });

  it('that throws is a 500 without details, and takes the server down with it neither', async () => {
    const origin = await serve(toNodeHandler(() => Promise.reject(new Error('secret'))));
    for (const path of ['/first', '/second']) {
      const response = await fetch(origin + path);
      expect([response.status, await response.text()]).toEqual([500, '']);
    }
    expect(takeConsole('error')).toHaveLength(2);
  });
});
