/** What brought a page back: the network, or anything else (shown, focused, restored). */
export type WakeCause = 'online' | 'shown';

/** The page around the library, as it is handed to core: a test passes its own. */
export interface Page {
  /** Its address. */
  url(): string;
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls `listener` whenever the page may have come back; returns how to stop that. */
  onWake(listener: (cause: WakeCause) => void): () => void;
}

export const browserPage: Page = {
  url: () => location.href,
  isVisible: () => document.visibilityState !== 'hidden',
  isOnline: () => navigator.onLine,
  onWake(listener) {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const shown = (): void => listener('shown');
    document.addEventListener('visibilitychange', shown, options);
    window.addEventListener('focus', shown, options);
    // After a return through the back/forward cache, where some browsers fire nothing else.
    window.addEventListener('pageshow', shown, options);
    window.addEventListener('online', () => listener('online'), options);
    return () => {
      stop.abort();
    };
  },
};
