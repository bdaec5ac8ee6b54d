// Storybook compiles the manager by the classic runtime.
import React from 'react';
import { addons, types, useGlobals } from 'storybook/manager-api';

interface Tool {
  global: string;
  title: string;
  options: readonly { value: string; title: string }[];
}

const CONDITIONS = [
  { value: 'ordinary', title: 'Ordinary network' },
  { value: 'slow', title: 'Slow: 3 s' },
  { value: 'offline', title: 'Offline' },
  { value: '401', title: 'Token endpoint: 401' },
  { value: '500', title: 'Token endpoint: 500' },
  { value: 'expiring', title: 'Tokens live 5 s' },
  { value: 'unreachable', title: 'Modal page never loads' },
] as const;

const TOOLS: readonly Tool[] = [
  {
    global: 'theme',
    title: 'Colour scheme',
    options: [
      { value: 'system', title: 'Scheme: system' },
      { value: 'light', title: 'Scheme: light' },
      { value: 'dark', title: 'Scheme: dark' },
    ],
  },
  {
    global: 'direction',
    title: 'Text direction',
    options: [
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ],
  },
  { global: 'network', title: 'What Alloy and the network do', options: CONDITIONS },
];

/** The choices above a story and above a page: scheme, direction, and what goes wrong. */
export function registerTools(): void {
  addons.register('alloy-react/tools', () => {
    for (const tool of TOOLS) {
      addons.add(`alloy-react/tools/${tool.global}`, {
        type: types.TOOL,
        title: tool.title,
        match: ({ viewMode }) => viewMode === 'story' || viewMode === 'docs',
        render: () => <Choice {...tool} />,
      });
    }
  });
}

function Choice({ global, title, options }: Tool): React.ReactElement {
  const [globals, updateGlobals] = useGlobals();
  const value = String(globals[global] ?? options[0]?.value);
  const current = options.find((option) => option.value === value) ?? options[0];
  return (
    <label title={title} style={{ display: 'inline-flex', alignItems: 'center' }}>
      <select
        aria-label={title}
        value={current?.value}
        onChange={({ target }) => updateGlobals({ [global]: target.value })}
        style={{
          blockSize: 28,
          padding: '0 6px',
          border: 0,
          borderRadius: 6,
          background: 'transparent',
          color: 'inherit',
          font: 'inherit',
          fontWeight: value === options[0]?.value ? 400 : 600,
          cursor: 'pointer',
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} style={{ color: '#18181b' }}>
            {option.title}
          </option>
        ))}
      </select>
    </label>
  );
}
