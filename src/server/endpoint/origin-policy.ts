/** Who asks, from the endpoint's point of view. */
export type Caller =
  | { kind: 'own' }
  /** Another site that the host app trusts. `origin` goes into the CORS headers. */
  | { kind: 'allowed'; origin: string }
  | { kind: 'foreign' };

/**
 * Tells the app's own pages, and callers that are not browsers, from other sites' pages.
 *
 * Browsers say themselves where a request comes from (Sec-Fetch-Site; only to HTTPS and localhost). What has neither that
 * nor an Origin is curl, a native app or a server, and no other site can make those carry the user's cookies.
 *
 * @param where whose option `allowedOrigins` is, for the message
 */
export function createOriginPolicy(
  allowedOrigins: readonly string[],
  where: string,
): (request: Request) => Caller {
  const allowed = new Set(allowedOrigins.map((entry) => normalize(entry, where)));
  return (request) => {
    const { headers } = request;
    const origin = headers.get('origin');
    if (origin !== null && allowed.has(origin)) return { kind: 'allowed', origin };
    const site = headers.get('sec-fetch-site');
    const isOwn =
      site === null
        ? origin === null || isSameHost(origin, request)
        : site === 'same-origin' || site === 'none';
    return { kind: isOwn ? 'own' : 'foreign' };
  };
}

/**
 * Without the scheme: behind a proxy that ends TLS, `url` says http where the browser says https. The Host header counts
 * too, because some servers put a name of their own into `url`. A page of another site cannot set it.
 */
function isSameHost(origin: string, { url, headers }: Request): boolean {
  try {
    const { host } = new URL(origin);
    return host === new URL(url).host || host === headers.get('host')?.toLowerCase();
  } catch {
    return false;
  }
}

function normalize(entry: string, where: string): string {
  let url: URL | null = null;
  try {
    url = new URL(entry);
  } catch {
    // The error below says it better.
  }
  if (!url || url.pathname.length > 1 || url.search || url.hash) {
    throw new Error(
      `${where}: allowedOrigins holds ${JSON.stringify(entry)}; expected origins such as "https://app.example.com". "*" is not one: with the user's cookies it would let every site act for the user.`,
    );
  }
  // Schemes of native shells (capacitor://localhost) have no origin by URL's rules, yet send one.
  return url.origin === 'null' ? entry.replace(/\/$/, '') : url.origin;
}
