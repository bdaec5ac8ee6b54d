/** Remembers the last `max` results. */
export function memoize<Result>(
  compute: (text: string) => Result,
  max: number,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    results.set(text, result);
    const [oldest] = results.size > max ? results.keys() : [];
    if (oldest !== undefined) results.delete(oldest);
    return result;
  };
}
