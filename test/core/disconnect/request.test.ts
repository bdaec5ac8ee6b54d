import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/browser/system-clock';
import type { AlloyOptions } from '../../../src/core/contract/options';
import { createDisconnectRequest } from '../../../src/core/disconnect/request';
import { AlloyError } from '../../../src/errors/alloy-error';

type Answer = () => Response | Promise<Response>;

function ask(answer: Answer, more: Partial<AlloyOptions> = {}) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => answer());
  const options = {
    tokenUrl: '/token',
    disconnectUrl: '/api/alloy/disconnect?secret=1',
    fetch,
    ...more,
  } as AlloyOptions;
  const abort = new AbortController();
  const request = createDisconnectRequest({ options: () => options, clock: systemClock });
  const done = request('66326843cc9cdb107221f222', abort.signal);
  const error = done.then(
    () => null,
    (caught: unknown) => caught as AlloyError,
  );
  return { fetch, abort, done, error };
}

const answering =
  (status: number, body?: string | object, headers: Record<string, string> = {}): Answer =>
  () =>
    typeof body === 'object'
      ? Response.json(body, { status, headers })
      : new Response(body, { status, headers });

const done = answering(200, { disconnected: true });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the request', () => {
  test('is a POST of the id as JSON, with the session of this origin and past every cache', async () => {
    const { fetch, done: over } = ask(done);
    await over;
    const [url, init] = fetch.mock.lastCall ?? [];
    expect(url).toBe('/api/alloy/disconnect?secret=1');
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', cache: 'no-store' });
    expect(init?.body).toBe('{"integrationId":"66326843cc9cdb107221f222"}');
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
  });

  test('takes headers and credentials of disconnectRequest, but neither its method nor its body', async () => {
    const { fetch, done: over } = ask(done, {
      disconnectRequest: () =>
        Promise.resolve({
          method: 'GET',
          body: 'else',
          credentials: 'include',
          headers: { 'x-csrf-token': 'abc', 'content-type': 'text/plain' },
        }),
    });
    await over;
    const init = fetch.mock.lastCall?.[1];
    expect(init).toMatchObject({ method: 'POST', credentials: 'include' });
    expect(init?.body).toContain('integrationId');
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
      'x-csrf-token': 'abc',
      'content-type': 'application/json',
    });
  });
});

describe('an answer that says it is done', () => {
  test.each<[string, Answer]>([
    ['ours', done],
    ['an empty one of 204', () => new Response(null, { status: 204 })],
    ['an object of the host’s own', answering(200, { ok: true })],
  ])('%s', async (_, answer) => {
    await expect(ask(answer).done).resolves.toBeUndefined();
  });
});

describe('an answer that does not', () => {
  test.each<[string, Answer, code: string, status?: number]>([
    ['401', answering(401, { error: 'unauthenticated' }), 'disconnect/unauthorized', 401],
    ['403', answering(403, { error: 'cross-site' }), 'disconnect/unauthorized', 403],
    ['400', answering(400, { error: 'invalid-request' }), 'disconnect/http', 400],
    ['503', answering(503), 'disconnect/http', 503],
    ['a login page', answering(200, '<!doctype html><title>Sign in'), 'disconnect/http'],
    ['text', answering(200, 'ok'), 'disconnect/http'],
    ['a refusal with 200', answering(200, { disconnected: false }), 'disconnect/http'],
    ['one without end', answering(200, ' '.repeat(70_000)), 'disconnect/http'],
    ['a broken network', () => Promise.reject(new TypeError('x')), 'disconnect/network'],
  ])('%s', async (_, answer, code, status) => {
    const error = await ask(answer).error;
    expect(error).toMatchObject({ name: 'AlloyError', code, ...(status && { status }) });
    expect(error?.message).toContain('/api/alloy/disconnect');
    expect(error?.message).not.toContain('secret');
  });

  test('is worth another try where the status says so, not where Alloy refused for good', async () => {
    const passing = await ask(answering(503, undefined, { 'retry-after': '7' })).error;
    expect(passing).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
    const lasting = await ask(answering(502, { error: 'alloy-unauthorized' })).error;
    expect(lasting?.retryable).toBe(false);
    expect((await ask(answering(401)).error)?.retryable).toBe(false);
  });

  test('silence ends after ten seconds, a disconnectRequest that never comes included', async () => {
    const { error } = ask(() => new Promise<never>(() => undefined));
    const slow = ask(done, { disconnectRequest: () => new Promise<never>(() => undefined) });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await error).toMatchObject({ code: 'disconnect/network', retryable: true });
    expect(await slow.error).toMatchObject({ code: 'disconnect/network' });
    expect(slow.fetch).not.toHaveBeenCalled();
  });

  test('a disconnectRequest that throws leaves nothing of what it held in the error', async () => {
    const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjp7fX0.c2lnbmF0dXJl';
    const { error } = ask(done, {
      disconnectRequest: () => {
        throw Object.assign(new Error(`no ${secret}`), { headers: { authorization: secret } });
      },
    });
    const caught = await error;
    expect(caught).toMatchObject({ code: 'disconnect/network' });
    expect(JSON.stringify([caught?.message, String(caught?.cause), caught?.cause])).not.toContain(
      secret,
    );
  });
});

test('it is given up with the signal', async () => {
  const { abort, error, fetch } = ask(() => new Promise<never>(() => undefined));
  await vi.advanceTimersByTimeAsync(0);
  abort.abort(new AlloyError('provider/unmounted'));
  expect(await error).toMatchObject({ code: 'provider/unmounted' });
  expect(fetch.mock.lastCall?.[1]?.signal?.aborted).toBe(true);
});
