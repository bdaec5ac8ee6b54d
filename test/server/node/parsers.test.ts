import express, { type RequestHandler } from 'express';
import express4 from 'express4';
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
