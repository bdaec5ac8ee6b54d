import type { Page } from '../core/page';

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
