'use client';

import { useEffect, useInsertionEffect, useRef, type ReactElement } from 'react';

interface CatalogSearchProps {
  label: string;
  text: string;
  onChange(text: string): void;
}

/** Escape clears it before it closes a dialog of the host that the catalog is in. */
export function CatalogSearch({ label, text, onChange }: CatalogSearchProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  const clear = useRef<(() => void) | null>(null);

  useInsertionEffect(() => {
    clear.current = text === '' ? null : () => onChange('');
  });
  useEffect(() => (field.current ? takeEscape(field.current, clear) : undefined), []);

  return (
    <label className="alloy-catalog-search">
      <span className="alloy-visually-hidden">{label}</span>
      <svg className="alloy-catalog-lens" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.5 10.5 3 3" />
      </svg>
      <input
        ref={field}
        type="search"
        className="alloy-catalog-field"
        // Of no form, so that Enter does not submit the host's, and its reset does not empty the field.
        form=""
        placeholder={label}
        value={text}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/**
 * Listens before anything else in the page does: dialogs of hosts listen to their document while an event goes down, before
 * React hears of it. The keyup goes with its keydown.
 */
function takeEscape(
  field: HTMLInputElement,
  clear: { readonly current: (() => void) | null },
): () => void {
  const stop = new AbortController();
  let isTaken = false;

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.composedPath()[0] !== field || event.isComposing) return;
    if (event.type === 'keydown') {
      isTaken = clear.current !== null;
      clear.current?.();
    }
    if (!isTaken) return;
    if (event.type === 'keyup') isTaken = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const page = field.ownerDocument.defaultView;
  const options = { capture: true, signal: stop.signal };
  page?.addEventListener('keydown', onKey, options);
  page?.addEventListener('keyup', onKey, options);
  return () => stop.abort();
}
