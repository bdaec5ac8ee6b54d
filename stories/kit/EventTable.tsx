import type { ReactElement } from 'react';
import { ScrollingTable } from './ScrollingTable';
import { exportOf } from './api/api';
import { ApiType } from './api/ApiText';

/** When each event is sent. */
const WHEN: Record<string, string> = {
  'token.fetched': 'A token arrived.',
  'token.failed': 'A request for a token failed. `willRetryInMs` is null for the last try.',
  'token.user-changed':
    'The backend answered with another user’s token though userKey is the same. The data and the modal of the old user are gone.',
  'sdk.loaded': 'Alloy’s SDK arrived.',
  'sdk.failed': 'It did not.',
  'modal.opened': 'The modal is on screen.',
  'modal.settled': 'An opening ended.',
  'data.failed': 'A request of the data hooks or of the catalog failed.',
};

/** The variants of AlloyEvent, read from its type. */
export function EventTable(): ReactElement {
  return (
    <ScrollingTable>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">When</th>
          <th scope="col">Facts</th>
        </tr>
      </thead>
      <tbody>
        {variants().map(({ type, facts }) => (
          <tr key={type}>
            <td>
              <code className="docs-code">{type}</code>
            </td>
            <td>{(WHEN[type] ?? '').replaceAll('`', '')}</td>
            <td>
              <ApiType type={facts} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function variants(): { type: string; facts: string }[] {
  const { signature } = exportOf('AlloyEvent');
  return signature
    .split(/\btype: /)
    .slice(1)
    .map((variant) => ({
      type: /'(.+?)'/.exec(variant)?.[1] ?? '',
      facts: variant
        .replace(/^'.+?'\s*;?/, '')
        .replace(/\}[\s\S]*$/, '')
        .replace(/;\s*/g, '; ')
        .trim()
        .replace(/;$/, '')
        .concat(
          variant.includes('& ModalSubject')
            ? '; kind; integrationId?; workflowIds?; app?; category?'
            : '',
        ),
    }));
}
