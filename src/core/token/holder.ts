import type { Clock } from '../clock';
import type { TokenReason } from '../contract/token';
import { createWakeGate } from '../wake-gate';
import { isUsable, type HeldToken } from './life';

/** The token that is here, and whether it may be handed out. */
export interface TokenHolder {
  /** The newest one, whatever is left of its life. */
  held(): HeldToken | null;
  /** It, if it may be handed out now. */
  usable(): HeldToken | null;
  hold(token: HeldToken | null): void;
  /** Alloy refused this one. It is replaced, unless that has just happened. */
  refuse(jwt: string | undefined): void;
  /** Why another one is to be asked for. */
  nextReason(): TokenReason;
}

export function createTokenHolder(clock: Clock): TokenHolder {
  const replacements = createWakeGate(clock);
  let held: HeldToken | null = null;
  /** What Alloy refused, until another token comes. */
  let refused: string | undefined;

  function usable(): HeldToken | null {
    return held && held.jwt !== refused && isUsable(held, clock.now()) ? held : null;
  }

  return {
    held: () => held,
    usable,
    hold(token) {
      held = token;
      refused = undefined;
    },
    refuse(jwt) {
      const isNews = jwt !== undefined && jwt === held?.jwt && jwt !== refused;
      // One that was refused right after it replaced another is not what is wrong.
      if (isNews && replacements.mayPass()) refused = jwt;
    },
    nextReason() {
      if (!held) return 'initial';
      if (held.jwt === refused) return 'rejected';
      return usable() ? 'refresh' : 'expired';
    },
  };
}
