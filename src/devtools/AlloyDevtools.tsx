'use client';

import type { CSSProperties, ReactElement } from 'react';
import { useStore } from '../react/internal/useStore';
import { forgetEvents, recorded, type RecordedEvent } from './record';

/** What {@link AlloyDevtools} takes. */
export interface AlloyDevtoolsProps {
  /** Whether the log is open when it mounts. @default false */
  defaultOpen?: boolean | undefined;
}

/**
 * A small log of what `onEvent` hears, in a corner of the page. In a production build it draws nothing, and bundlers drop its code.
 *
 * Feed it by `onEvent={recordAlloyEvent}` on the provider. No event holds a token.
 *
 * @example
 * ```tsx
 * <AlloyProvider tokenUrl="/api/alloy/token" onEvent={recordAlloyEvent}>
 *   <App />
 *   <AlloyDevtools />
 * </AlloyProvider>;
 * ```
 */
export function AlloyDevtools({ defaultOpen = false }: AlloyDevtoolsProps): ReactElement | null {
  if (process.env.NODE_ENV === 'production') return null;
  return <Log isOpen={defaultOpen} />;
}

function Log({ isOpen }: { isOpen: boolean }): ReactElement {
  const entries = useStore(recorded);
  return (
    <details open={isOpen} style={BOX}>
      <summary style={{ cursor: 'pointer' }}>Alloy events ({entries.length})</summary>
      <button type="button" onClick={forgetEvents} style={BUTTON}>
        Clear
      </button>
      <ol style={LIST}>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.at} {describe(entry)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** An event as one line: its type, then its facts. */
function describe({ event: { type, ...facts } }: RecordedEvent): string {
  const words = Object.entries(facts).map(([name, value]) => `${name}=${show(value)}`);
  return [type, ...words].join(' ');
}

function show(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value));
  if (value instanceof Error) return 'code' in value ? String(value.code) : value.name;
  return String(value);
}

const BOX: CSSProperties = {
  position: 'fixed',
  insetBlockEnd: 12,
  insetInlineEnd: 12,
  zIndex: 999,
  inlineSize: 'max-content',
  maxInlineSize: 'min(32rem, calc(100vw - 24px))',
  padding: '6px 12px',
  border: '1px solid #52525b',
  borderRadius: 8,
  background: '#18181b',
  color: '#f4f4f5',
  font: '12px/1.6 ui-monospace, monospace',
};

const BUTTON: CSSProperties = {
  margin: '6px 0',
  border: '1px solid #71717a',
  borderRadius: 4,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
};

const LIST: CSSProperties = {
  maxBlockSize: '16rem',
  margin: 0,
  padding: 0,
  overflowY: 'auto',
  listStyle: 'none',
};
