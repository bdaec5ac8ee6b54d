// Storybook compiles the manager by the classic runtime.
import React, { useReducer } from 'react';
import { AddonPanel } from 'storybook/internal/components';
import { addons, types, useChannel } from 'storybook/manager-api';
import { ALLOY_EVENT, type ShownEvent } from '../alloy-event';

const KEPT = 200;

interface Log {
  count: number;
  entries: readonly (ShownEvent & { id: number })[];
}

function reduce({ count, entries }: Log, event: ShownEvent | 'clear'): Log {
  if (event === 'clear') return { count, entries: [] };
  return { count: count + 1, entries: [...entries, { ...event, id: count }].slice(-KEPT) };
}

/** The panel "Alloy events": what `onEvent` hears while one uses a story. */
export function registerDevtools(): void {
  addons.register('alloy-react/devtools', () => {
    addons.add('alloy-react/devtools/panel', {
      type: types.PANEL,
      title: 'Alloy events',
      match: ({ viewMode }) => viewMode === 'story',
      render: ({ active = false }) => (
        <AddonPanel active={active}>
          <Events />
        </AddonPanel>
      ),
    });
  });
}

function Events(): React.ReactElement {
  const [log, dispatch] = useReducer(reduce, { count: 0, entries: [] });
  useChannel({ [ALLOY_EVENT]: dispatch });
  return (
    <div style={{ padding: 12, fontSize: 13 }}>
      <p style={{ display: 'flex', gap: 12, margin: '0 0 8px' }}>
        <span>What onEvent hears, the newest last. No event holds a token.</span>
        <button type="button" onClick={() => dispatch('clear')}>
          Clear
        </button>
      </p>
      <ol
        style={{ margin: 0, padding: 0, listStyle: 'none', fontFamily: 'ui-monospace, monospace' }}
      >
        {log.entries.map(({ id, at, type, text }) => (
          <li key={id} style={{ padding: '2px 0' }}>
            {at} <strong>{type}</strong> {text}
          </li>
        ))}
      </ol>
    </div>
  );
}
