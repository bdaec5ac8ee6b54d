/** A value that can be watched; the only kind of state in this package. */
export interface Store<State> {
  getSnapshot(): State;
  /** Calls `listener` after each change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Setting the value it already has tells nobody. */
  set(next: State): void;
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    set(next) {
      if (Object.is(state, next)) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
