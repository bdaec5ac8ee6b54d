import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

const noted = import.meta.glob<string>('../../.changeset/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const released = import.meta.glob<string>('../../CHANGELOG.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the next release will say, and what the former ones said. */
export function Changelog(): ReactElement {
  const changes = Object.values(noted)
    .map((text) => text.replace(/^---[\s\S]*?---/, '').trim())
    .filter((text) => text !== '');
  const history = Object.values(released)
    .join('\n')
    .replace(/^# .+\n/, '');
  return (
    <Markdown>
      {[
        '## Not released yet',
        ...changes.map((change) => `- ${change.replace(/\n+/g, ' ')}`),
        history,
      ].join('\n\n')}
    </Markdown>
  );
}
