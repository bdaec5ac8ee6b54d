/** What tells the runtimes apart. */
interface Runtime {
  Deno?: unknown;
  WebSocketPair?: unknown;
  document?: unknown;
  importScripts?: unknown;
  navigator?: { product?: unknown };
  window?: unknown;
}

/**
 * Throws in browsers, their workers and React Native.
 *
 * Servers look like them in part: Deno 1 has a `window`, and Cloudflare's Workers with a compatibility date before
 * 2024-03-04 have `importScripts`. No browser has their `WebSocketPair`.
 */
export function refuseBrowsers(): void {
  const { Deno, WebSocketPair, document, importScripts, navigator, window } = globalThis as Runtime;
  if (Deno !== undefined || WebSocketPair !== undefined) return;
  const isBrowser = [window, document, importScripts].some((value) => value !== undefined);
  if (!isBrowser && navigator?.product !== 'ReactNative') return;
  throw new Error(
    'createAlloyClient was called in a browser, where everyone could read the API key. Call it on your server, and let the browser ask that for a token: see createTokenHandler.',
  );
}
