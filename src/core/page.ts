/** The page around the library, as it is handed to core: a test passes its own. */
export interface Page {
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls `listener` whenever the page may have come back: shown, focused, restored, online. */
  onWake(listener: () => void): () => void;
}

export const browserPage: Page = {
  isVisible: () => document.visibilityState !== 'hidden',
  isOnline: () => navigator.onLine,
  onWake(listener) {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    document.addEventListener('visibilitychange', listener, options);
    for (const type of ['pageshow', 'online', 'focus']) {
      window.addEventListener(type, listener, options);
    }
    return () => {
      stop.abort();
    };
  },
};
