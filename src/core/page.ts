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
