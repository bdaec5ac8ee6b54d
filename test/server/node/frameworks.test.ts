import middie from '@fastify/middie';
import connect from 'connect';
import express from 'express';
import express4 from 'express4';
import fastify from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Hono } from 'hono';
import Koa from 'koa';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAlloyClient, createTokenHandler, toNodeHandler } from '../../../src/server';
import { createSandboxApi } from '../../../src/testing';
import { serve } from '../support/serve';

const PATH = '/api/alloy/token';

/** One and the same handler; the user's session is a header, and a body tells apart who is asked for. */
function createHandler(): (request: Request) => Promise<Response> {
  return createTokenHandler({
    alloy: createAlloyClient({ apiKey: 'key', fetch: createSandboxApi() }),
    allowedOrigins: ['https://admin.example.org'],
    async identify(request) {
      const username = request.headers.get('x-session');
      if (request.method === 'POST') {
        const { csrf } = (await request.json()) as { csrf?: string };
        if (csrf !== 'right') return null;
      }
      return new URL(request.url).pathname === PATH && username ? { username } : null;
    },
  });
}

const RUNTIMES: Record<string, (handler: ReturnType<typeof createHandler>) => Promise<string>> = {
  'node:http': (handler) => serve((req, res) => void toNodeHandler(handler)(req, res)),

  'Express 5': (handler) => {
    const app = express();
    app.use(PATH, toNodeHandler(handler));
    return serve((req, res) => void app(req, res));
  },

  'Express 5 behind express.json()': (handler) => {
    const app = express();
    app.use(express.json());
    app.all(PATH, toNodeHandler(handler));
    return serve((req, res) => void app(req, res));
  },

  'Express 4': (handler) => {
    const app = express4();
    app.use(PATH, toNodeHandler(handler));
    return serve((req, res) => void app(req, res));
  },

  Koa: (handler) => {
    const app = new Koa();
    app.use(async ({ path, req, res }, next) => {
      if (path === PATH) await toNodeHandler(handler)(req, res);
      else await next();
    });
    return serve((req, res) => void app.callback()(req, res));
  },

  Connect: (handler) => {
    const app = connect();
    app.use(PATH, (req, res) => void toNodeHandler(handler)(req, res));
    return serve(app);
  },

  'a Fastify route': async (handler) => {
    const app = fastify();
    app.all(PATH, (request, reply) => {
      reply.hijack();
      return toNodeHandler(handler)(Object.assign(request.raw, { body: request.body }), reply.raw);
    });
    onTestFinished(() => app.close());
    return app.listen({ port: 0, host: '127.0.0.1' });
  },

  'a Fastify middleware': async (handler) => {
    const app = fastify();
    await app.register(middie);
    app.use(PATH, (req: IncomingMessage, res: ServerResponse) => {
      void toNodeHandler(handler)(req, res);
    });
    onTestFinished(() => app.close());
    return app.listen({ port: 0, host: '127.0.0.1' });
  },

  Hono: (handler) => {
    const app = new Hono();
    app.all(PATH, ({ req }) => handler(req.raw));
    return serve(toNodeHandler(async (request) => app.fetch(request)));
  },
};

describe.each(Object.entries(RUNTIMES))('on %s', (_name, start) => {
  type Asked = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };
  async function open(): Promise<(init?: Asked) => Promise<Response>> {
    const origin = await start(createHandler());
    return (init = {}) =>
      fetch(origin + PATH, { ...init, headers: { 'x-session': 'ada', ...init.headers } });
  }

  it('a signed-in user gets a token, by GET and by POST', async () => {
    const ask = await open();
    const got = await ask();
    expect(await got.text()).toMatch(/^{"token":"ey[^"]+"}$/);
    expect(got.headers.get('cache-control')).toBe('no-store');
    const posted = await ask({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ csrf: 'right', username: 'eve' }),
    });
    expect(posted.status).toBe(200);
  });

  it('everyone else is refused', async () => {
    const ask = await open();
    expect((await ask({ headers: { 'x-session': '' } })).status).toBe(401);
    expect((await ask({ headers: { origin: 'https://evil.example' } })).status).toBe(403);
    const deleted = await ask({ method: 'DELETE' });
    expect([deleted.status, deleted.headers.get('allow')]).toEqual([
      405,
      'GET, POST, HEAD, OPTIONS',
    ]);
    expect(await deleted.json()).toEqual({ error: 'method-not-allowed' });
  });

  it('HEAD and a preflight are answered without a body', async () => {
    const ask = await open();
    const head = await ask({ method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const preflight = await ask({
      method: 'OPTIONS',
      headers: { origin: 'https://admin.example.org', 'access-control-request-method': 'GET' },
    });
    expect([preflight.status, await preflight.text()]).toEqual([204, '']);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://admin.example.org');
  });
});
