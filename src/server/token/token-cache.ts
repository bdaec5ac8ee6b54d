/** A store of strings that end by themselves, such as a Keyv instance. Values are tokens: keep them like sessions. */
export interface TokenCache {
  /** What was set, or undefined. */
  get(key: string): unknown;
  /** Keeps a value for that many milliseconds. */
  set(key: string, value: string, ttlMs: number): unknown;
}
