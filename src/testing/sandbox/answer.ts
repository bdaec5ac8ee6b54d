/** The part of a Response that this package reads. */
type Answer = Pick<Response, 'ok' | 'status' | 'headers' | 'body' | 'text' | 'json'>;

/**
 * JSON as `fetch` would bring it. Where there is no Response, as under jest-environment-jsdom, an object of its shape:
 * a test needs no polyfill for what stays inside this package.
 */
export function answerJson(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const text = body === undefined ? '' : JSON.stringify(body);
  const allHeaders = { 'content-type': 'application/json', ...headers };
  const { Response } = globalThis as Partial<typeof globalThis>;
  // Not Response.json(): the polyfills of fetch have none.
  if (Response) return new Response(text || null, { status, headers: allHeaders });
  const answer: Answer = {
    ok: status >= 200 && status < 300,
    status,
    headers: plainHeaders(allHeaders),
    body: null,
    text: () => Promise.resolve(text),
    json: () => Promise.resolve(body),
  };
  return answer as Response;
}

/** As Alloy words its refusals. */
export function refuse(status: number, message: string): Response {
  return answerJson({ message }, { status });
}

function plainHeaders(values: Record<string, string>): Headers {
  const entries = new Map(Object.entries(values));
  const headers: Pick<Headers, 'get' | 'has' | 'forEach'> = {
    get: (name) => entries.get(name.toLowerCase()) ?? null,
    has: (name) => entries.has(name.toLowerCase()),
    forEach: (callback) =>
      entries.forEach((value, name) => callback(value, name, headers as Headers)),
  };
  return headers as Headers;
}
