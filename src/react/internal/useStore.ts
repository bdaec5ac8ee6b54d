'use client';

import { useSyncExternalStore } from 'react';
import type { Store } from '../../core/store';

/** The state of a store, on a server as it was made. */
export function useStore<State>({
  subscribe,
  getSnapshot,
}: Pick<Store<State>, 'subscribe' | 'getSnapshot'>): State {
  return useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
}
