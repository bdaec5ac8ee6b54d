import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { useSyncExternalStore } from 'react';
import { onSystemScheme, schemeOf, storedChoice, type Scheme } from '../../.storybook/theme';

const listeners = new Set<() => void>();
let choice: unknown = storedChoice();

function paint(): void {
  const scheme = schemeOf(choice);
  document.documentElement.style.colorScheme = scheme;
  document.documentElement.dataset.scheme = scheme;
  for (const listener of listeners) listener();
}

/** Lets the page, its stories and the modal follow the scheme that is chosen in the toolbar, or the system's. */
export function followScheme(): void {
  function onGlobals({ globals }: { globals: Record<string, unknown> }): void {
    choice = globals.theme;
    paint();
  }
  void addons.ready().then((channel) => {
    channel.on(SET_GLOBALS, onGlobals);
    channel.on(GLOBALS_UPDATED, onGlobals);
  });
  onSystemScheme(paint);
  paint();
}

export function useScheme(): Scheme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => schemeOf(choice),
  );
}
