import express, { type RequestHandler } from 'express';
import express4 from 'express4';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../../src/server';
import { serve } from '../support/serve';
import { disconnectHandler, SHOPIFY, tokenHandler } from '../support/signed-in';

const VERSIONS = [
  ['Express 5', express],
  ['Express 4', express4],
] as const;

/** Each body parser of Express, set to read whatever comes. Those that leave another type alone have a second entry. */
const PARSERS = (from: typeof express): Record<string, RequestHandler[]> => ({
  'no parser': [],
  'json()': [from.json()],
  'json() for any type': [from.json({ type: '*/*' })],
  'urlencoded()': [from.urlencoded({ extended: true })],
  'raw()': [from.raw()],
  'raw() for any type': [from.raw({ type: '*/*' })],
  'text()': [from.text()],
  'text() for any type': [from.text({ type: '*/*' })],
  'json(), urlencoded(), raw() and text()': [
    from.json(),
    from.urlencoded({ extended: false }),
    from.raw(),
    from.text(),
  ],
});

const CASES = VERSIONS.flatMap(([version, from]) =>
  Object.entries(PARSERS(from)).map(
    ([name, parsers]) => [`${name} of ${version}`, from, parsers] as const,
  ),
);

async function start(
  from: typeof express,
  parsers: readonly RequestHandler[],
  handler: (request: Request) => Promise<Response>,
): Promise<string> {
  const app = from();
  for (const parser of parsers) app.use(parser);
  app.use('/api', toNodeHandler(handler));
  return serve((req, res) => void app(req, res));
}

const FORM = 'application/x-www-form-urlencoded';

describe.each(CASES)('behind %s', (name, from, parsers) => {
  const readsAnyTypeAsJson = name.startsWith('json() for any type');

  it.each([
    ['application/json', '{"csrf":"ä","list":[1,{"a":null}]}'],
    ['application/json', ''],
    [FORM, 'csrf=%C3%A4&list=1&list=2&empty='],
    ['text/plain', 'csrf ä'],
    ['text/plain; charset=utf-8', '{"csrf":"ä"}'],
    ['application/octet-stream', 'csrf ä'],
  ])('identify reads a body of %s as it was sent: %j', async (type, body) => {
    // A parser that takes everything for JSON refuses the rest by itself.
    const isRefused = readsAnyTypeAsJson && body !== '' && !body.startsWith('{');
    const seen: unknown[] = [];
    const handler = tokenHandler(async (request) => {
      seen.push(request.headers.get('content-type'), await request.text());
      return { username: 'ada' };
    });
    const origin = await start(from, parsers, handler);
    const response = await fetch(`${origin}/api`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(response.status).toBe(isRefused ? 400 : 200);
    if (isRefused) return;
    expect(seen[0]).toBe(type);
    // An empty body is an empty object to json() of Express 4, which no longer tells the two apart.
    if (body === '') expect(['', '{}']).toContain(seen[1]);
    else expect(seen[1]).toBe(body);
  });

  it('an integration is taken away', async () => {
    const { handler, isInstalled } = await disconnectHandler();
    const origin = await start(from, parsers, handler);
    const response = await fetch(`${origin}/api`, {
      method: 'POST',
      headers: { cookie: 'session=ada', 'content-type': 'application/json' },
      body: JSON.stringify({ integrationId: SHOPIFY }),
    });
    expect([response.status, await response.json()]).toEqual([200, { disconnected: true }]);
    expect(await isInstalled()).toBe(false);
  });
});

describe('what a parser has read', () => {
  async function seenAfter(
    parser: RequestHandler,
    init: RequestInit,
    look: (request: Request) => Promise<unknown>,
  ): Promise<unknown> {
    let seen: unknown;
    const handler = tokenHandler(async (request) => {
      seen = await look(request);
      return null;
    });
    const origin = await start(express, [parser], handler);
    await fetch(`${origin}/api`, { method: 'POST', duplex: 'half', ...init } as RequestInit);
    return seen;
  }

  it('is described by no header of the bytes that came', async () => {
    const body = gzipSync('{"csrf":"ä"}');
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const look = async (request: Request): Promise<unknown> => [
      await request.json(),
      request.headers.get('content-encoding'),
      request.headers.get('content-length'),
      request.headers.get('transfer-encoding'),
      request.headers.get('content-type'),
    ];
    const expected = [{ csrf: 'ä' }, null, null, null, 'application/json'];
    expect(await seenAfter(express.json(), { headers, body }, look)).toEqual(expected);
    const stream = new Response(body).body;
    expect(await seenAfter(express.json(), { headers, body: stream }, look)).toEqual(expected);
  });

  it('of a form with files is a form again, with a boundary of its own', async () => {
    // As multer and busboy leave it: read to its end, with the fields in `body`.
    const parser: RequestHandler = (req, _res, next) => {
      req.resume().on('end', () => {
        req.body = { csrf: 'ä', list: ['1', '2'], nested: { a: 'b' } };
        next();
      });
    };
    const form = new FormData();
    form.set('csrf', 'ä');
    const look = async (request: Request): Promise<unknown> => [...(await request.formData())];
    expect(await seenAfter(parser, { body: form }, look)).toEqual([
      ['csrf', 'ä'],
      ['list', '1'],
      ['list', '2'],
      ['nested[a]', 'b'],
    ]);
  });

  it('of a form is a form again, with nested fields, lists and lists of objects', async () => {
    const body = 'a[b]=1&c[]=2&c[]=3&d[0][e]=4';
    const headers = { 'content-type': FORM };
    const look = async (request: Request): Promise<unknown> => [...(await request.formData())];
    const parser = express.urlencoded({ extended: true });
    expect(await seenAfter(parser, { headers, body }, look)).toEqual([
      ['a[b]', '1'],
      ['c', '2'],
      ['c', '3'],
      ['d[0][e]', '4'],
    ]);
  });

  it('and gave up is no body', async () => {
    const parser: RequestHandler = (req, _res, next) => {
      req.resume().on('end', () => {
        req.body = null;
        next();
      });
    };
    expect(await seenAfter(parser, { body: 'gone' }, (request) => request.text())).toBe('');
  });
});
