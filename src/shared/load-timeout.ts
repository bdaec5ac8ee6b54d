/** A download can hang without failing, and a click is to be answered. */
export const LOAD_TIMEOUT_MS = 30_000;
