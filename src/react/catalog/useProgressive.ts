'use client';

import { startTransition, useEffect, useMemo, useState } from 'react';

/** As many fit into one frame of a slow phone, and fill a screen. */
const CHUNK = 24;

/**
 * A long list, of which no render mounts more than a chunk: what stands there already stays, and the rest
 * follows at once, in between whatever the user does. In the end all items are there, for a screen reader and
 * for find-in-page too, which a virtualised list cannot say.
 */
export function useProgressive<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const [mounted, setMounted] = useState<ReadonlySet<string>>(() => new Set());

  const shown = useMemo(() => {
    let budget = CHUNK;
    return items.filter((item) => mounted.has(keyOf(item)) || budget-- > 0);
  }, [items, mounted, keyOf]);

  useEffect(() => {
    const keys = new Set(shown.map(keyOf));
    if (keys.size === mounted.size && [...keys].every((key) => mounted.has(key))) return;
    startTransition(() => setMounted(keys));
  }, [shown, mounted, keyOf]);

  return shown;
}
