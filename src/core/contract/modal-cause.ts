/** The event that called for a modal, with its path, which an event forgets. Core hands it on as it is. */
export interface ModalCause {
  event: Event;
  path: readonly EventTarget[];
}
