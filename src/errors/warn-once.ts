const said = new Set<string>();

/**
 * Tells the developer, once a page, what works but should not stay so. Guard the call with
 * `process.env.NODE_ENV !== 'production'`, so that bundlers drop the text as well.
 */
export function warnOnce(message: string): void {
  // Not turned round into an early return: bundlers would keep a function that does nothing.
  if (process.env.NODE_ENV !== 'production') {
    if (said.has(message)) return;
    said.add(message);
    console.warn(`alloy-react: ${message}`);
  }
}

/** For tests: from now on every warning is said again. */
export function forgetWarnings(): void {
  said.clear();
}
