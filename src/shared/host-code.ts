/**
 * Calls a callback of the host app. Whatever goes wrong in it stays there: it may throw, reject, never settle, or return
 * a thenable of another realm. The caller goes on at once, and what failed is reported as the host's own error.
 *
 * @param report where failures go; it may fail too
 */
export function callHost(
  callback: () => unknown,
  report: (error: unknown) => void = reportToHost,
): void {
  // The promise runs the callback at once, and reads what it returned, getters and all, under its own protection.
  new Promise((resolve) => resolve(callback())).catch(report).catch(() => undefined);
}

/** As an uncaught exception would be reported, without being one: nothing else stops working. */
function reportToHost(error: unknown): void {
  // Node and some DOMs of tests have no reportError.
  const { reportError = console.error } = globalThis as Partial<typeof globalThis>;
  reportError(error);
}
