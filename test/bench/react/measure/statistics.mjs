/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * Lets every contestant take its turn in each round, in another order each time. The first rounds warm up and do not count.
 *
 * @param {{ names: string[], rounds: number, warmUp: number, turn: (name: string) => Promise<Record<string, number>> }} race
 * @returns {Promise<Map<string, Record<string, number>>>} by name, the median of each thing measured
 */
export async function race({ names, rounds, warmUp, turn }) {
  /** @type {Map<string, Record<string, number[]>>} */
  const all = new Map(names.map((name) => [name, {}]));
  for (let round = -warmUp; round < rounds; round++) {
    const shift = (round + warmUp) % names.length;
    for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
      const measured = await turn(name);
      if (round < 0) continue;
      for (const [what, ms] of Object.entries(measured)) (all.get(name)[what] ??= []).push(ms);
    }
  }
  return new Map(
    [...all].map(([name, things]) => [
      name,
      Object.fromEntries(Object.entries(things).map(([what, ms]) => [what, median(ms)])),
    ]),
  );
}
