/** Why a token is asked for. */
export type TokenReason = 'initial' | 'refresh' | 'expired' | 'rejected' | 'manual';

/** What getToken is told. */
export interface GetTokenContext {
  /** Aborted when nobody waits for the token any more. */
  signal: AbortSignal;
  /** Why a token is asked for. */
  reason: TokenReason;
}

/** Where tokens come from: exactly one of `tokenUrl` and `getToken`. */
export type TokenProps =
  | {
      /**
       * The host app's own endpoint. It answers `{ "token": "<jwt>" }` (also accepted: a bare JSON string, or
       * the JWT as text/plain). Credentials: "same-origin" unless tokenRequest says otherwise.
       *
       * A request that an old token cannot answer has the header `x-alloy-token-reason`, "rejected" or "manual": pass by
       * your cache then. On another origin, allow it by CORS (Access-Control-Allow-Headers).
       */
      tokenUrl: string | URL;
      /** Extra fetch options (method, headers, credentials, body), read anew for each request. */
      tokenRequest?: RequestInit | (() => RequestInit | Promise<RequestInit>) | undefined;
      getToken?: never;
    }
  | {
      /** Asks the host app's backend in your own way: through tRPC, GraphQL or an API client. */
      getToken: (context: GetTokenContext) => Promise<string | { token: string }>;
      tokenUrl?: never;
      tokenRequest?: never;
    };
