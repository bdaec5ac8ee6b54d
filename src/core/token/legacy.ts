import { elapsedMs, type Clock, type Moment } from '../clock';
import type { AlloyOptions } from '../contract/options';
import type { HeldToken } from './life';

/** A change of route takes no longer. */
const KEPT_FOR_MS = 30_000;

type Heir = Pick<AlloyOptions, 'userKey' | 'region' | 'tokenUrl' | 'getToken' | 'fetch'>;

/** What the last provider to go left for the next one. */
export interface TokenLegacy {
  leave(options: Heir, token: HeldToken): void;
  /** The token that was left for these options. What was left for others is forgotten. */
  of(options: Heir): HeldToken | null;
}

/**
 * A page that the user leaves and comes back to has a provider of its own each time. The second one begins with the
 * token of the first, if it comes soon, and is surely of the same user: `userKey` says so, and the token is asked for
 * at the same place in the same way.
 *
 * No timer forgets what nobody came for, because it would keep a page or a test busy: it is too old for whoever comes
 * later.
 */
export function createTokenLegacy(clock: Clock): TokenLegacy {
  let left: { by: string; means: unknown[]; token: HeldToken; at: Moment } | null = null;

  return {
    leave(options, token) {
      const by = nameOf(options);
      if (by) left = { by, means: meansOf(options), token, at: clock.now() };
    },
    of(options) {
      const isHeir =
        left?.by === nameOf(options) &&
        meansOf(options).every((one, index) => one === left?.means[index]) &&
        elapsedMs(left.at, clock.now()) < KEPT_FOR_MS;
      if (!isHeir) left = null;
      return left?.token ?? null;
    },
  };
}

/** Without a key, nothing tells that the one who comes is the one who went. */
function nameOf({ userKey, region = 'us', tokenUrl }: Heir): string | null {
  return userKey ? JSON.stringify([userKey, region, tokenUrl]) : null;
}

function meansOf({ getToken, fetch = globalThis.fetch }: Heir): unknown[] {
  return [getToken, fetch];
}
