import axe from 'axe-core';

/** What axe finds in the page, once nothing fades or moves: a colour halfway has the contrast of neither. */
export async function violations(): Promise<string[]> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
  const found = await axe.run(document, { iframes: false });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
