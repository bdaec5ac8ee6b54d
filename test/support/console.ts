type Level = 'error' | 'warn';

const said: Record<Level, string[]> = { error: [], warn: [] };

/**
 * Returns what the console has said at this level since it was last taken, oldest first. A test fails that leaves
 * something untaken.
 */
export function takeConsole(level: Level): string[] {
  return said[level].splice(0);
}

/** From now on the console keeps its errors and warnings for `takeConsole`, and prints none of them. */
export function silenceConsole(): void {
  console.error = (...args: unknown[]) => void said.error.push(format(args));
  console.warn = (...args: unknown[]) => void said.warn.push(format(args));
}

/** Fills in `%s` and the like, as the console does. */
function format([first, ...rest]: unknown[]): string {
  const filled = String(first).replaceAll(/%[a-z]/gi, (sign) =>
    rest.length > 0 ? String(rest.shift()) : sign,
  );
  return [filled, ...rest.map(String)].join(' ');
}
