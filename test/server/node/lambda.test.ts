import serverlessExpress from '@codegenie/serverless-express';
import express from 'express';
import express4 from 'express4';
import serverlessHttp from 'serverless-http';
import { describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../../src/server';
import { disconnectHandler, SHOPIFY, tokenHandler } from '../support/signed-in';

type App = ReturnType<typeof express>;
type Lambda = (event: object) => Promise<{ statusCode: number; body: string; headers?: object }>;

const WRAPPERS: Record<string, (app: App) => Lambda> = {
  'serverless-http': (app) => {
    const handler = serverlessHttp(app);
    return (event) => handler(event, {}) as ReturnType<Lambda>;
  },
  '@codegenie/serverless-express': (app) => {
    const handler = serverlessExpress({ app }) as unknown as (
      event: object,
      context: object,
    ) => ReturnType<Lambda>;
    return (event) => handler(event, {});
  },
};

const FRAMEWORKS = { 'Express 5': express, 'Express 4': express4 };
const PARSERS = ['no parser', 'express.json()', 'express.raw()'] as const;
const PATH = '/api/alloy';
const BODY = '{"csrf":"ä"}';

interface Sent {
  method: string;
  body?: string;
  headers?: Record<string, string>;
}

/** One request, as the services before a Lambda tell of it. */
const EVENTS: Record<string, (sent: Sent, isBase64Encoded: boolean) => object> = {
  'REST API': ({ method, body, headers }, isBase64Encoded) => ({
    resource: '/{proxy+}',
    path: PATH,
    httpMethod: method,
    headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers ?? {}).map(([key, value]) => [key, [value]]),
    ),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    requestContext: { identity: { sourceIp: '192.0.2.1' }, stage: 'prod' },
    body: body === undefined ? null : encoded(body, isBase64Encoded),
    isBase64Encoded,
  }),
  'HTTP API': ({ method, body, headers }, isBase64Encoded) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: PATH,
    rawQueryString: '',
    headers,
    requestContext: { http: { method, path: PATH, sourceIp: '192.0.2.1' }, stage: '$default' },
    ...(body !== undefined && { body: encoded(body, isBase64Encoded) }),
    isBase64Encoded,
  }),
};

function encoded(body: string, isBase64Encoded: boolean): string {
  return Buffer.from(body).toString(isBase64Encoded ? 'base64' : 'utf8');
}

const CASES = Object.entries(WRAPPERS).flatMap(([wrapper, wrap]) =>
  Object.entries(FRAMEWORKS).flatMap(([framework, from]) =>
    PARSERS.flatMap((parser) =>
      Object.entries(EVENTS).map(
        ([event, eventOf]) =>
          [
            `${event} > ${wrapper} > ${framework}, ${parser}`,
            { wrap, from, parser, eventOf },
          ] as const,
      ),
    ),
  ),
);

describe.each(CASES)('on AWS Lambda: %s', (_name, { wrap, from, parser, eventOf }) => {
  function start(handler: (request: Request) => Promise<Response>): Lambda {
    const app = from();
    if (parser === 'express.json()') app.use(from.json());
    if (parser === 'express.raw()') app.use(from.raw({ type: '*/*' }));
    app.use(PATH, toNodeHandler(handler));
    return wrap(app);
  }

  it('a GET of a signed-in user gets a token, and one of nobody a 401', async () => {
    const lambda = start(tokenHandler());
    const headers = { host: 'app.example.com', accept: 'application/json' };
    const sent = { method: 'GET', headers: { ...headers, cookie: 'session=ada' } };
    const answer = await lambda(eventOf(sent, false));
    expect(answer.body).toMatch(/^{"token":"ey[^"]+"}$/);
    expect(answer.statusCode).toBe(200);
    expect((await lambda(eventOf({ method: 'GET', headers }, false))).statusCode).toBe(401);
  });

  it.each([false, true])('identify reads the body of a POST (base64: %s)', async (isBase64) => {
    let seen = '';
    const lambda = start(
      tokenHandler(async (request) => {
        seen = await request.text();
        return { username: 'ada' };
      }),
    );
    const headers = {
      host: 'app.example.com',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(BODY)),
    };
    const event = eventOf({ method: 'POST', headers, body: BODY }, isBase64);
    // Gateways tell numbers here, where node:http has strings.
    Object.assign((event as { headers: object }).headers, { 'x-forwarded-port': 443 });
    expect((await lambda(event)).statusCode).toBe(200);
    expect(seen).toBe(BODY);
  });

  it('an integration is taken away', async () => {
    const { handler, isInstalled } = await disconnectHandler();
    const answer = await start(handler)(
      eventOf(
        {
          method: 'POST',
          headers: {
            host: 'app.example.com',
            cookie: 'session=ada',
            'content-type': 'application/json',
          },
          body: JSON.stringify({ integrationId: SHOPIFY }),
        },
        false,
      ),
    );
    expect([answer.statusCode, answer.body]).toEqual([200, '{"disconnected":true}']);
    expect(await isInstalled()).toBe(false);
  });
});
