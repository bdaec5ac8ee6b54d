import type { IncomingMessage } from 'node:http';

type Headers = Record<string, string>;

/** They describe the bytes that a parser has read, and not those that are made here. */
const HEADERS_OF_BYTES = ['content-encoding', 'content-length', 'transfer-encoding'];

/**
 * The body of a request, and its headers as far as they still fit.
 *
 * A parser such as express.json() may have been here before and read the stream. What it put into `req.body` is then
 * written out again in the form that the content type names.
 */
export function bodyOf(
  req: IncomingMessage & { body?: unknown },
  headers: Headers,
): { body: BodyInit | null; headers: Headers } {
  if (!wasRead(req)) return { body: streamOf(req), headers };
  const body = writeOut(req.body, headers['content-type'] ?? '');
  // The boundary of a form is a new one, which Request names.
  const wrong = body instanceof FormData ? [...HEADERS_OF_BYTES, 'content-type'] : HEADERS_OF_BYTES;
  const rest = Object.entries(headers).filter(([name]) => !wrong.includes(name));
  return { body, headers: Object.fromEntries(rest) };
}

/** Adapters of AWS Lambda have the whole body from the start, beside a stream that may never end. */
function wasRead({
  readableEnded,
  readableDidRead,
  body,
}: IncomingMessage & { body?: unknown }): boolean {
  if (readableEnded) return true;
  return (
    body !== undefined && (readableDidRead || typeof body === 'string' || ArrayBuffer.isView(body))
  );
}

function writeOut(body: unknown, contentType: string): BodyInit | null {
  if (body === undefined || body === null) return null;
  if (typeof body === 'string') return body;
  if (ArrayBuffer.isView(body)) return body as Uint8Array<ArrayBuffer>;
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return new URLSearchParams(fieldsOf(body));
  }
  if (contentType.startsWith('multipart/form-data')) {
    const form = new FormData();
    for (const [name, value] of fieldsOf(body)) form.append(name, value);
    return form;
  }
  return JSON.stringify(body);
}

/** Nested values as forms write them: `a[b]=c`. */
function fieldsOf(value: unknown, name = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, item]) => {
    const isListed = Array.isArray(value) && (typeof item !== 'object' || item === null);
    if (name === '') return fieldsOf(item, key);
    return fieldsOf(item, isListed ? name : `${name}[${key}]`);
  });
}

function streamOf(req: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array, undefined> = req[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
