import { warnOnce } from '../../errors/warn-once';
import type { TokenProps } from '../contract/token';
import { withoutQuery } from './read-token';

/** Warns of what the props alone show to be wrong. `pageUrl` is where they are used. */
export function adviseOnTokenProps({ tokenUrl, tokenRequest }: TokenProps, pageUrl: string): void {
  if (process.env.NODE_ENV === 'production' || !tokenUrl) return;
  const page = parseUrl(pageUrl);
  const url = parseUrl(tokenUrl, pageUrl);
  if (!url) return;
  const where = `tokenUrl ${withoutQuery(url)}`;
  if (/(^|\.)runalloy\.com$/.test(url.hostname)) {
    warnOnce(
      `${where} is Alloy's own API, which takes an API key: whatever key this page sends is public. Revoke it, and let a backend of yours ask for the token (createTokenHandler of alloy-react/server).`,
    );
  } else if (page?.protocol === 'https:' && url.protocol === 'http:') {
    warnOnce(
      `${where} is http: on an https: page, where browsers block it. Serve the token over https:.`,
    );
  } else if (page && url.origin !== page.origin && isAnonymous(tokenRequest)) {
    warnOnce(
      `${where} is on another origin and is sent no credentials, so the backend cannot know who asks. Pass tokenRequest={{ credentials: 'include' }} or headers, and allow this origin there (allowedOrigins).`,
    );
  }
}

/** Warns of an answer that a cache may keep: a token is one user's, for an hour. */
export function adviseOnTokenResponse({ headers }: Response, where: string): void {
  if (process.env.NODE_ENV === 'production') return;
  if (/\bno-store\b/.test(headers.get('cache-control') ?? '')) return;
  warnOnce(
    `The answer of ${where} may be cached on its way, and so reach another user or arrive too old. Send it with "Cache-Control: no-store".`,
  );
}

/** Warns of a token that ended long ago by this computer's clock, and whose answer had no Date to tell its age. */
export function adviseOnOldToken(where: string): void {
  if (process.env.NODE_ENV === 'production') return;
  warnOnce(
    `The token of ${where} ended long ago by the clock of this computer, so it was asked for once more. If the clock is right, something keeps old tokens: never cache behind getToken, and let a tokenUrl on another origin expose its Date header (Access-Control-Expose-Headers: Date).`,
  );
}

/** Warns that somebody else signed in without the provider being told. */
export function adviseOnUserChange(userKey: string | null | undefined): void {
  if (process.env.NODE_ENV === 'production') return;
  warnOnce(
    `The token now belongs to another user, though userKey is ${userKey === undefined ? 'not set' : 'the same'}. Pass <AlloyProvider userKey={user.id}>, so that nothing of one user is ever shown to the next.`,
  );
}

/** Whether a request surely carries nothing that tells who the user is. A function is trusted to know. */
function isAnonymous(init: TokenProps['tokenRequest']): boolean {
  return typeof init !== 'function' && init?.credentials !== 'include' && !init?.headers;
}

function parseUrl(url: string | URL, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}
