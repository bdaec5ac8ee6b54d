import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer, type IncomingHttpHeaders } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createAlloyClient, createTokenHandler, toNodeHandler } from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';

interface Answer {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A client of HTTP/2, without TLS, of the token endpoint. */
async function start(
  identify: (request: Request) => Promise<{ username: string } | null>,
): Promise<{
  ask: (headers?: Record<string, string>, body?: string) => Promise<Answer>;
  leave: () => void;
}> {
  const handle = toNodeHandler(
    createTokenHandler({
      alloy: createAlloyClient({ apiKey: 'key', fetch: createSandboxApi() }),
      identify,
    }),
  );
  const server = createServer(
    (req, res) =>
      // The compatibility API of node:http2 is what a framework hands on.
      void handle(req as unknown as IncomingMessage, res as unknown as ServerResponse),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  return {
    leave: () => client.destroy(),
    ask: (headers = {}, body) =>
      new Promise((resolve, reject) => {
        const stream = client.request(
          { ':path': '/token?x=1', ...headers },
          { endStream: body === undefined },
        );
        let seen: Answer['headers'] = {};
        let text = '';
        stream.setEncoding('utf8');
        stream.on('response', (answered) => (seen = answered));
        stream.on('data', (chunk: string) => (text += chunk));
        stream.on('end', () => resolve({ headers: seen, body: text }));
        stream.on('error', reject);
        if (body !== undefined) stream.end(body);
      }),
  };
}

it('answers over HTTP/2', async () => {
  const seen = vi.fn();
  const { ask } = await start(async (request) => {
    seen(request.method, request.url, request.headers.get('cookie'), await request.text());
    return request.headers.has('cookie') ? { username: 'ada' } : null;
  });
  const authority = 'app.example.com';
  const token = await ask({ ':authority': authority, cookie: 'a=1' });
  expect([token.headers[':status'], token.body]).toEqual([
    200,
    expect.stringMatching(/^{"token":"ey[^"]+"}$/),
  ]);
  expect(seen).toHaveBeenLastCalledWith('GET', 'http://app.example.com/token?x=1', 'a=1', '');
  await ask({ ':method': 'POST', ':authority': authority, cookie: 'a=1' }, 'csrf ä');
  expect(seen).toHaveBeenLastCalledWith(
    'POST',
    'http://app.example.com/token?x=1',
    'a=1',
    'csrf ä',
  );
  const head = await ask({ ':method': 'HEAD', cookie: 'a=1' });
  expect([head.headers[':status'], head.body]).toEqual([200, '']);
  expect((await ask()).headers[':status']).toBe(401);
});

it('knows that the client of HTTP/2 has left', async () => {
  let leave = (): void => undefined;
  const aborted = new Promise<boolean>((resolve, reject) => {
    function identify({ signal }: Request): Promise<null> {
      return new Promise((answer) => {
        signal.addEventListener('abort', () => {
          resolve(signal.aborted);
          answer(null);
        });
        leave();
      });
    }
    start(identify).then((client) => {
      leave = client.leave;
      client.ask().catch(() => undefined);
    }, reject);
  });
  expect(await aborted).toBe(true);
});
