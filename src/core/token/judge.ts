import type { Clock } from '../clock';
import { holdToken, isUsable, type HeldToken } from './life';
import type { Token } from './source';

/** A token that came without a Date is doubted when it ended this long ago by the user's clock. Most clocks are off by less. */
const LONG_PAST_MS = 30 * 60_000;

/** Two clocks that are right differ by no more than this. */
const CLOCKS_DIFFER_BY_MS = 5 * 60_000;
/** Of a token's life: a backend may cache a token for half of it. */
const FRESH_SHARE = 0.75;

/** What a token is compared with. */
export interface Before {
  /** The token that is held. */
  held: HeldToken | null;
  /** The token that came just before, when it had no life left. */
  dead: string | undefined;
}

export interface Verdict {
  /** null: there is no life left in it, as far as can be told. */
  token: HeldToken | null;
  /** Why there is none, where more is known than that. */
  detail?: string | undefined;
  /** Only this computer's clock says so: the answer had no Date. */
  isByClock?: boolean;
}

/** Says how much life is left in the tokens that come, and finds out which clock not to believe. */
export interface TokenJudge {
  judge(token: Token, before: Before): Verdict;
}

/**
 * A token's age is the answer's Date, by the backend's clock, less the token's `iat`, by Alloy's clock. The backend's clock
 * may be wrong. When a second, different token looks dead as well, and this computer's clock sides with Alloy's, then the
 * Date is wrong, and it is not believed again. In the same way this computer's clock is not believed again when a second,
 * different token without a Date looks long dead by it.
 */
export function createTokenJudge(clock: Clock): TokenJudge {
  let isDateTrusted = true;
  let isClockTrusted = true;

  function endedAgoMs({ claims: { expiresAt } }: Token): number {
    return expiresAt === null ? -Infinity : clock.now().wall - expiresAt;
  }

  /** Not only alive: a clock that is days behind takes every token for alive. */
  function isFreshByClock(token: Token, { lifetimeMs }: HeldToken): boolean {
    const { issuedAt } = token.claims;
    const ageMs = clock.now().wall - (issuedAt ?? -Infinity);
    return ageMs > -CLOCKS_DIFFER_BY_MS && ageMs < lifetimeMs * FRESH_SHARE;
  }

  return {
    judge(token, { held, dead }) {
      const sentAt = isDateTrusted ? token.sentAt : null;
      const measured = holdToken({ ...token, sentAt }, held);
      const isAlive = isUsable(measured, clock.now());
      const isByClock =
        isAlive && sentAt === null && isClockTrusted && endedAgoMs(token) > LONG_PAST_MS;
      if (isAlive && !isByClock) return { token: measured };
      if (dead === undefined) return { token: null, isByClock };
      if (dead === token.jwt) return { token: null, isByClock, detail: REPEATED };
      if (isByClock) {
        isClockTrusted = false;
        return { token: measured };
      }
      const withoutDate = holdToken({ ...token, sentAt: null }, null);
      const isDateWrong =
        sentAt !== null && isFreshByClock(token, withoutDate) && isUsable(withoutDate, clock.now());
      if (!isDateWrong) return { token: null };
      isDateTrusted = false;
      return { token: withoutDate };
    },
  };
}

const REPEATED =
  'The same token came twice, the second time to a request with the reason "expired": do not cache it, or pass by the cache for every reason but "initial"';
