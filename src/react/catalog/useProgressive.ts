'use client';

import { startTransition, useEffect, useMemo, useState } from 'react';

/** As many fit into one frame of a slow phone, and fill a screen. */
const FIRST_CHUNK = 24;

/**
 * A long list, of which no render mounts more than what stands there already, or a first chunk: that doubles, so that the
 * work is linear, and the rest follows at once, in between whatever the user does. In the end all items are there, for a
 * screen reader and for find-in-page too, which a virtualised list cannot say.
 */
export function useProgressive<Item extends { key: string }>(
  items: readonly Item[],
): readonly Item[] {
  const [mounted, setMounted] = useState<ReadonlySet<string>>(NONE);

  const shown = useMemo(() => {
    let budget = Math.max(FIRST_CHUNK, mounted.size);
    return items.filter(({ key }) => mounted.has(key) || budget-- > 0);
  }, [items, mounted]);

  useEffect(() => {
    const isKnown = shown.length === mounted.size && shown.every(({ key }) => mounted.has(key));
    if (!isKnown) startTransition(() => setMounted(new Set(shown.map(({ key }) => key))));
  }, [shown, mounted]);

  return shown;
}

const NONE: ReadonlySet<string> = new Set();
