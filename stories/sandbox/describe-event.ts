import type { AlloyEvent } from 'alloy-react';

/** An event of `onEvent` in words, without its type. */
export function describeEvent(event: AlloyEvent): string {
  switch (event.type) {
    case 'token.fetched':
      return `in ${ms(event.durationMs)}, lives ${lifetime(event.expiresInMs)}`;
    case 'sdk.loaded':
      return `in ${ms(event.durationMs)}`;
    case 'modal.opened':
      return `${ms(event.durationMs)} after the click`;
    case 'modal.settled':
      return `${event.outcome} after ${ms(event.durationMs)}`;
    default:
      return 'error' in event ? event.error.code : '';
  }
}

function ms(duration: number): string {
  return `${Math.round(duration)} ms`;
}

function lifetime(expiresInMs: number | null): string {
  if (expiresInMs === null) return 'for ever';
  return expiresInMs < 120_000
    ? `${Math.round(expiresInMs / 1_000)} s`
    : `${Math.round(expiresInMs / 60_000)} min`;
}
