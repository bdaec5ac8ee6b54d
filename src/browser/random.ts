import type { AlloyOptions } from '../core/contract/options';

/** Of the registry: a test may hold two copies of this package. */
const LEAVES_NOTHING_TO_CHANCE = Symbol.for('alloy-react.leaves-nothing-to-chance');

/**
 * Marks the fetch of a stand-in for Alloy. A provider that has it always waits the shortest pause before a retry, so that
 * no test depends on chance.
 */
export function leaveNothingToChance<Fetch extends typeof fetch>(fetch: Fetch): Fetch {
  return Object.assign(fetch, { [LEAVES_NOTHING_TO_CHANCE]: true });
}

/** The source of chance for the pauses between tries: a number from 0 to 1, without 1. */
export function randomFor(options: () => Pick<AlloyOptions, 'fetch'>): () => number {
  return () => {
    const { fetch } = options();
    return fetch && LEAVES_NOTHING_TO_CHANCE in fetch ? 0 : Math.random();
  };
}
