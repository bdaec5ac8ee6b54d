'use client';

import { startTransition, useEffect, useRef, useState, type ReactElement } from 'react';

/** Long enough that a screen reader is not told of every letter. */
const SEARCH_DELAY_MS = 150;

interface CatalogSearchProps {
  label: string;
  /** Called when the user has paused. */
  onSearch(text: string): void;
}

/** A component of its own, so that a key re-renders the field alone. */
export function CatalogSearch({ label, onSearch }: CatalogSearchProps): ReactElement {
  const [text, setText] = useState('');

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string): void {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      startTransition(() => onSearch(next));
    }, SEARCH_DELAY_MS);
  }

  return (
    <label className="alloy-catalog-search">
      <span className="alloy-visually-hidden">{label}</span>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.5 10.5 3 3" />
      </svg>
      <input
        type="search"
        placeholder={label}
        value={text}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => type(event.target.value)}
      />
    </label>
  );
}
