import { AlloyApiError } from './api-error';

export interface EndpointOptions {
  region?: 'us' | 'eu' | undefined;
  baseUrl?: string | undefined;
  apiVersion?: string | undefined;
}

/** Where Alloy's API is, and how it is told which version of it is meant. */
export interface Endpoint {
  url(path: readonly string[], query?: Record<string, string>): string;
  headers: Record<string, string>;
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
    url: (path, query) =>
      `${prefix}/${path.map(encodeSegment).join('/')}${query ? `?${new URLSearchParams(query)}` : ''}`,
    headers: version === null || inPath ? {} : { 'x-api-version': version },
  };
}

/** A username may be an e-mail or hold `/ ? # %`. `.` and `..` mean another path, however they are encoded. */
function encodeSegment(segment: string): string {
  if (segment && !/^\.{1,2}$/.test(segment)) {
    try {
      return encodeURIComponent(segment);
    } catch {
      // Half of a surrogate pair: no text that UTF-8 can hold.
    }
  }
  throw new AlloyApiError(
    'invalid-request',
    `Alloy's API cannot be asked for ${JSON.stringify(segment)}: an id or a username is expected here.`,
  );
}
