const MAX_ENTRIES = 10_000;

/** A map that forgets what was set first when it holds too much: what is kept for each user must have an end. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  override set(key: Key, value: Value): this {
    super.set(key, value);
    if (this.size > MAX_ENTRIES) {
      const [oldest] = this.keys();
      if (oldest !== undefined) this.delete(oldest);
    }
    return this;
  }
}
