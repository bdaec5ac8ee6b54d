import { AlloyApiError } from './api-error';
import { checkedId } from './checked-id';

export interface EndpointOptions {
  region?: 'us' | 'eu' | undefined;
  baseUrl?: string | undefined;
  apiVersion?: string | undefined;
}

/** Where Alloy's API is, and how it is told which version is meant. */
export interface Endpoint {
  url(path: readonly string[], query?: Record<string, string>): string;
  headers: Record<string, string>;
  /** The host, and the version when it is in the path. */
  base: string;
  /** Whether the version is one of those in the path, which have other names for the same things. */
  isOlder: boolean;
}

const VERSIONED_PATH = /\/\d{4}-\d{2}$/;
/** Versions before this one stand in the path, as in `/2024-03/users`; from it on in a header. */
const FIRST_HEADER_VERSION = '2025';

/** Alloy documents one EU host, and that one with the version in the path. */
const REGIONS = {
  us: { baseUrl: 'https://production.runalloy.com', apiVersion: '2025-09' },
  eu: { baseUrl: 'https://eu-embedded.runalloy.com', apiVersion: '2024-03' },
};

export function createEndpoint({ region = 'us', baseUrl, apiVersion }: EndpointOptions): Endpoint {
  const defaults = REGIONS[baseUrl ? 'us' : region];
  const base = (baseUrl ?? defaults.baseUrl).replace(/\/+$/, '');
  const version = apiVersion ?? (VERSIONED_PATH.test(base) ? null : defaults.apiVersion);
  const inPath = version !== null && version < FIRST_HEADER_VERSION && !VERSIONED_PATH.test(base);
  const prefix = inPath ? `${base}/${version}` : base;
  return {
    base: prefix,
    isOlder: VERSIONED_PATH.test(prefix),
    url: (path, query) => `${prefix}/${path.map(encodeSegment).join('/')}${search(query)}`,
    headers: version === null || inPath ? {} : { 'x-api-version': version },
  };
}

function search(query: Record<string, string> | undefined): string {
  if (!query) return '';
  for (const value of Object.values(query)) checkedId(value);
  return `?${new URLSearchParams(query)}`;
}

/** A username may be an e-mail or hold `/ ? # %`. `.` and `..` mean another path, however they are encoded. */
function encodeSegment(segment: string): string {
  const id = checkedId(segment);
  if (id !== '.' && id !== '..') return encodeURIComponent(id);
  throw new AlloyApiError(
    'invalid-request',
    `Alloy's API cannot be asked for "${id}": an id or a username is expected here.`,
  );
}
