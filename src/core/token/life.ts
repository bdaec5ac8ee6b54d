import type { AlloyError } from '../../errors/alloy-error';
import { elapsedMs, type Moment } from '../clock';
import type { Token } from './source';

/** A token is replaced this long before its end (or at a fifth of a short life). */
const REFRESH_LEEWAY_MS = 60_000;
/** A token with less life than this (or a tenth of a short life) is handed to nobody. */
const USE_LEEWAY_MS = 30_000;
/** The least pause between two refreshes that failed while the old token lives. */
const MIN_RETRY_GAP_MS = 5_000;
/** However little life a token has, its successor is not asked for sooner (or within half a short life). */
const MIN_REFRESH_GAP_MS = 30_000;

/**
 * A token and how long it is good for. All durations count from `askedAt`: no clock but the two of this
 * computer's elapsed time matters from then on, and no token is younger than its request.
 */
export interface HeldToken {
  jwt: string;
  subject: string | null;
  askedAt: Moment;
  /** How much of its life had passed already, as far as can be told. */
  ageWhenAskedMs: number;
  /** From its issue to its end. Infinity: it never expires. */
  lifetimeMs: number;
  /** Infinity: it never expires. */
  endsAfterMs: number;
  usableForMs: number;
  refreshAfterMs: number;
}

/**
 * Measures a token's life: `exp - iat`, both of the issuer's clock, less what had passed when it was sent
 * (by the answer's Date header) or since the very same token came before.
 */
export function holdToken(token: Token, before: HeldToken | null): HeldToken {
  const { jwt, claims, sentAt, askedAt } = token;
  const { subject, issuedAt, expiresAt } = claims;
  // Without `iat` there is no life to measure: it is what is left by the best clock at hand.
  const startsAt = issuedAt ?? sentAt ?? askedAt.wall;
  const lifetimeMs = expiresAt === null ? Infinity : expiresAt - startsAt;
  const ageWhenAskedMs = Math.max(
    sentAt === null ? 0 : sentAt - startsAt,
    before?.jwt === jwt ? ageOfRepeated(before, askedAt) : 0,
    0,
  );
  const endsAfterMs = lifetimeMs - ageWhenAskedMs;
  return {
    jwt,
    subject,
    askedAt,
    ageWhenAskedMs,
    lifetimeMs,
    endsAfterMs,
    usableForMs: endsAfterMs - Math.min(USE_LEEWAY_MS, lifetimeMs / 10),
    refreshAfterMs: Math.max(
      endsAfterMs - Math.min(REFRESH_LEEWAY_MS, lifetimeMs / 5),
      Math.min(MIN_REFRESH_GAP_MS, lifetimeMs / 2),
    ),
  };
}

/** By the clock that nobody can set: a wall clock put forward must not make a good token look old. */
function ageOfRepeated(before: HeldToken, askedAt: Moment): number {
  return before.ageWhenAskedMs + askedAt.monotonic - before.askedAt.monotonic;
}

/** How long ago the token was asked for. */
export function ageMs(token: HeldToken, now: Moment): number {
  return elapsedMs(token.askedAt, now);
}

/** Whether it has enough life left to be handed out. */
export function isUsable(token: HeldToken, now: Moment): boolean {
  return ageMs(token, now) < token.usableForMs;
}

/** Whether it lives for `ms` more; a short-lived token for half its life. */
export function livesFor(token: HeldToken, ms: number, now: Moment): boolean {
  return token.endsAfterMs - ageMs(token, now) >= Math.min(ms, token.lifetimeMs / 2);
}

/** The age at which a refresh that failed is tried again: at half of what is left. Infinity: too little is left. */
export function nextTryAtAgeMs(token: HeldToken, age: number, error: AlloyError): number {
  const leftMs = token.usableForMs - age;
  const gapMs = Math.max(leftMs / 2, MIN_RETRY_GAP_MS, error.retryAfterMs ?? 0);
  return gapMs < leftMs ? Math.max(age + gapMs, token.refreshAfterMs) : Infinity;
}
