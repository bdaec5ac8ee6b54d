export interface SandboxRequest {
  method: string;
  /** Decoded segments, without the version. */
  path: readonly string[];
  query: URLSearchParams;
  /** By their names in lower case. */
  headers: ReadonlyMap<string, string>;
  /** Whether it speaks a version of the API that has other names for the same things. */
  isOlder: boolean;
  /** The parsed JSON; undefined when there is none. */
  body: unknown;
  signal: AbortSignal | undefined;
}

const HEADER_VERSIONS_FROM = '2025';

/**
 * Reads what `fetch` was called with, piece by piece and by its shape: jsdom's signals do not fit into Node's Request,
 * and under jest-environment-jsdom there is no Request at all.
 */
export async function readSandboxRequest(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<SandboxRequest> {
  const request = typeof input === 'object' && 'url' in input ? input : undefined;
  const { pathname, searchParams } = new URL(urlOf(input), 'https://production.runalloy.com');
  const headers = readHeaders(init.headers ?? request?.headers ?? {});
  const segments = pathname.split('/').filter(Boolean).map(decode);
  const inPath = /^\d{4}-\d{2}$/.test(segments[0] ?? '') ? segments.shift() : undefined;
  const version = inPath ?? headers.get('x-api-version') ?? HEADER_VERSIONS_FROM;
  return {
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    path: segments,
    query: searchParams,
    headers,
    isOlder: version < HEADER_VERSIONS_FROM,
    body: parse(typeof init.body === 'string' ? init.body : await request?.clone().text()),
    signal: init.signal ?? request?.signal,
  };
}

function urlOf(input: RequestInfo | URL): string {
  if (typeof input === 'string') return input;
  return 'url' in input ? input.url : input.href;
}

function readHeaders(init: HeadersInit): Map<string, string> {
  const headers = new Map<string, string>();
  const add = (value: string, name: string): void => void headers.set(name.toLowerCase(), value);
  const hasForEach = (value: HeadersInit): value is Headers =>
    'forEach' in value && typeof value.forEach === 'function';
  if (Array.isArray(init)) {
    for (const [name, value] of init) add(value, name);
  } else if (hasForEach(init)) {
    init.forEach(add);
  } else {
    for (const [name, value] of Object.entries(init)) add(value, name);
  }
  return headers;
}

function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
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

/** A string of a body. */
export function fieldOf(body: unknown, name: string): string | undefined {
  const field = ((body ?? {}) as Record<string, unknown>)[name];
  return typeof field === 'string' ? field : undefined;
}
