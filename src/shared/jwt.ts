import { jwtDecode } from 'jwt-decode';

/** What a JWT says of itself. Nothing is verified: that is the work of whoever accepts it. */
export interface JwtClaims {
  /** Alloy's id of the user (`user._id`), else `sub`. */
  subject: string | null;
  /** Milliseconds since the epoch, by the clock of whoever issued it. */
  issuedAt: number | null;
  expiresAt: number | null;
}

interface Payload {
  user?: { _id?: unknown };
  sub?: unknown;
  iat?: unknown;
  exp?: unknown;
}

/** @throws Error when the text is not a JWT; the error holds no part of it. */
export function readJwt(jwt: string): JwtClaims {
  const { user, sub, iat, exp } = jwtDecode<Payload>(jwt);
  const subject = user?._id ?? sub;
  return {
    subject: typeof subject === 'string' ? subject : null,
    issuedAt: toMs(iat),
    expiresAt: toMs(exp),
  };
}

function toMs(seconds: unknown): number | null {
  return typeof seconds === 'number' ? seconds * 1000 : null;
}
