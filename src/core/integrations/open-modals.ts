import { createStore, type Store } from '../store';
import type { Integration } from './integration';

/** The integrations whose modal is on its way or open, as they were known when it was asked for. */
export interface OpenModals {
  readonly store: Store<readonly Integration[]>;
  follow(integrationId: string | undefined, isOver: boolean): void;
  reset(): void;
}

export function createOpenModals(known: () => readonly Integration[] | undefined): OpenModals {
  const store = createStore<readonly Integration[]>([]);
  return {
    store,
    follow(integrationId, isOver) {
      const before = store.getSnapshot();
      if (isOver) {
        // One at a time is open; a second one of the same integration ends at once, as busy.
        const index = before.findIndex((one) => one.integrationId === integrationId);
        if (index >= 0) store.set(before.filter((_, position) => position !== index));
        return;
      }
      const entry = known()?.find((one) => one.integrationId === integrationId);
      if (entry) store.set([...before, entry]);
    },
    reset: () => store.set([]),
  };
}
