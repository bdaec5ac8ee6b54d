import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import express from 'express';
import session from 'express-session';
import fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toNodeHandler, type Identify } from '../../../src/server';
import { serve } from '../support/serve';
import { tokenHandler } from '../support/signed-in';

const SECRET = 'a secret of at least thirty-two characters';
const COOKIE = { secure: false };

/** What both kinds of session put on the request. */
const identify: Identify = (_request, native) => {
  const { session } = native?.req as { session?: { username?: string } };
  return session?.username ? { username: session.username } : null;
};

const SERVERS: Record<string, () => Promise<string>> = {
  'express-session': () => {
    const app = express();
    app.use(session({ secret: SECRET, resave: false, saveUninitialized: false, cookie: COOKIE }));
    app.post('/login', (req, res) => {
      Object.assign(req.session, { username: 'ada' });
      res.end();
    });
    app.use('/token', toNodeHandler(tokenHandler(identify)));
    return serve((req, res) => void app(req, res));
  },

  '@fastify/session': async () => {
    const app = fastify();
    await app.register(fastifyCookie);
    await app.register(fastifySession, { secret: SECRET, cookie: COOKIE });
    app.post('/login', (request) => {
      Object.assign(request.session, { username: 'ada' });
      return 'welcome';
    });
    app.all('/token', (request, reply) => {
      reply.hijack();
      const req = Object.assign(request.raw, { session: request.session });
      return toNodeHandler(tokenHandler(identify))(req, reply.raw);
    });
    onTestFinished(() => app.close());
    return app.listen({ port: 0, host: '127.0.0.1' });
  },
};

describe.each(Object.entries(SERVERS))('identify with %s', (_name, start) => {
  it('knows who has signed in', async () => {
    const origin = await start();
    expect((await fetch(`${origin}/token`)).status).toBe(401);
    const [cookie = ''] = (
      await fetch(`${origin}/login`, { method: 'POST' })
    ).headers.getSetCookie();
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    for (const method of ['GET', 'POST']) {
      const response = await fetch(`${origin}/token`, { method, headers });
      expect([response.status, await response.text()]).toEqual([
        200,
        expect.stringMatching(/^{"token":"ey[^"]+"}$/),
      ]);
    }
  });
});
