'use client';

import { startTransition, useEffect, useState } from 'react';
import type { AlloyCore } from '../../../core/alloy-core';

/** Long enough that a screen reader is not told of every letter. */
const PAUSE_MS = 150;

export interface SearchText {
  /** What stands in the field. */
  text: string;
  /** What the list goes by: the text of the last pause. */
  query: string;
  /** How many queries there have been. */
  count: number;
  setText: (text: string) => void;
}

/** The one place of what is searched for. It belongs to the user: with another one it is gone. */
export function useSearchText(alloy: AlloyCore): SearchText {
  const [held, hold] = useState({ alloy, ...NOTHING });
  const { text, query, count } = held.alloy === alloy ? held : NOTHING;

  function change(next: Partial<typeof NOTHING>): void {
    hold((before) => ({ ...(before.alloy === alloy ? before : NOTHING), alloy, ...next }));
  }

  useEffect(
    () =>
      alloy.listen(({ type }) => {
        if (type === 'user-changed') hold({ alloy, ...NOTHING });
      }),
    [alloy],
  );

  // An effect, which begins again when a hidden tree is shown: the query always comes to what the field says.
  useEffect(() => {
    if (text === query) return undefined;
    const follow = (): void =>
      startTransition(() =>
        // Without the text, which may be another one when this is rendered.
        hold((before) =>
          before.alloy === alloy ? { ...before, query: text, count: before.count + 1 } : before,
        ),
      );
    const timer = setTimeout(follow, text === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [alloy, text, query]);

  return { text, query, count, setText: (next) => change({ text: next }) };
}

const NOTHING = { text: '', query: '', count: 0 };
