export interface SandboxRequest {
  method: string;
  /** Decoded segments, without the version. */
  path: readonly string[];
  query: URLSearchParams;
  headers: Headers;
  /** Whether it speaks a version of the API that has other names for the same things. */
  isOlder: boolean;
  /** The parsed JSON; undefined when there is none. */
  body: unknown;
  signal: AbortSignal | undefined;
}

const HEADER_VERSIONS_FROM = '2025';

/** Reads what `fetch` was called with, piece by piece: jsdom's signals do not fit into Node's Request. */
export async function readSandboxRequest(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<SandboxRequest> {
  const request = input instanceof Request ? input : undefined;
  const url = input instanceof Request ? input.url : input;
  const { pathname, searchParams } = new URL(url, 'https://production.runalloy.com');
  const headers = new Headers(init.headers ?? request?.headers);
  const segments = pathname.split('/').filter(Boolean).map(decode);
  const inPath = /^\d{4}-\d{2}$/.test(segments[0] ?? '') ? segments.shift() : undefined;
  const version = inPath ?? headers.get('x-api-version') ?? HEADER_VERSIONS_FROM;
  return {
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    path: segments,
    query: searchParams,
    headers,
    isOlder: version < HEADER_VERSIONS_FROM,
    body: await readJson(init.body ?? request?.clone().body),
    signal: init.signal ?? request?.signal,
  };
}

async function readJson(body: BodyInit | null | undefined): Promise<unknown> {
  try {
    return JSON.parse(typeof body === 'string' ? body : await new Response(body).text());
  } catch {
    return undefined;
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
