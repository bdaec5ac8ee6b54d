'use client';

import { useRef, type ReactElement } from 'react';
import { useEscape } from '../useEscape';

interface CatalogSearchProps {
  label: string;
  text: string;
  onChange(text: string): void;
}

/** Escape clears it before it closes a dialog of the host that the catalog is in. */
export function CatalogSearch({ label, text, onChange }: CatalogSearchProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  useEscape(field, text === '' ? null : () => onChange(''));

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
