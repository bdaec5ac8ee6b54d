import type { Page } from '../core/page';

export const browserPage: Page = {
  url: () => location.href,
  isVisible: () => document.visibilityState !== 'hidden',
  isOnline: () => navigator.onLine,
  onWake(listener) {
    const shown = (): void => listener('shown');
    const online = (): void => listener('online');
    const wakers = [
      [document, 'visibilitychange', shown],
      [window, 'focus', shown],
      // After a return through the back/forward cache, where some browsers fire nothing else.
      [window, 'pageshow', shown],
      [window, 'online', online],
    ] as const;
    // Without `signal`: a test runner's AbortSignal may be Node's, which jsdom's addEventListener refuses.
    for (const [target, type, handler] of wakers) target.addEventListener(type, handler);
    return () => {
      for (const [target, type, handler] of wakers) target.removeEventListener(type, handler);
    };
  },
};
