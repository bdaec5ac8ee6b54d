/** Who asks, from the token endpoint's point of view. */
export type Caller =
  | { kind: 'own' }
  /** Another site that the host app trusts: `origin` goes into the CORS headers. */
  | { kind: 'allowed'; origin: string }
  | { kind: 'foreign' };

/**
 * Tells the app's own pages, and callers that are no browser, from other sites' pages.
 *
 * Browsers say themselves where a request comes from (Sec-Fetch-Site). What has neither that nor an Origin
 * is curl, a native app or a server, which no other site can make carry the user's cookies.
 */
export function createOriginPolicy(
  allowedOrigins: readonly string[],
): (request: Request) => Caller {
  const allowed = new Set(allowedOrigins.map(normalize));
  return (request) => {
    const { headers } = request;
    const origin = headers.get('origin');
    if (origin !== null && allowed.has(origin)) return { kind: 'allowed', origin };
    const site = headers.get('sec-fetch-site');
    const isOwn =
      site === null
        ? origin === null || isSameHost(origin, request.url)
        : site === 'same-origin' || site === 'none';
    return { kind: isOwn ? 'own' : 'foreign' };
  };
}

/** Without the scheme: behind a proxy that ends TLS, `url` says http where the browser says https. */
function isSameHost(origin: string, url: string): boolean {
  try {
    return new URL(origin).host === new URL(url).host;
  } catch {
    return false;
  }
}

function normalize(entry: string): string {
  let url: URL | null = null;
  try {
    url = new URL(entry);
  } catch {
    // The error below says it better.
  }
  if (!url || url.pathname.length > 1 || url.search || url.hash) {
    throw new Error(
      `createTokenHandler: allowedOrigins holds ${JSON.stringify(entry)}; expected origins such as "https://app.example.com". "*" is none: with the user's cookies it would hand tokens to every site.`,
    );
  }
  // Schemes of native shells (capacitor://localhost) have no origin by URL's rules, yet send one.
  return url.origin === 'null' ? entry.replace(/\/$/, '') : url.origin;
}
