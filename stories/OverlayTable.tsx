import type { ReactElement } from 'react';
import { ScrollingTable } from './kit/ScrollingTable';
import overlays from './overlays.json';

/** The overlays of other libraries in which a browser test walks through the modal; that test holds the list. */
export function OverlayTable(): ReactElement {
  return (
    <ScrollingTable>
      <thead>
        <tr>
          <th scope="col">library</th>
          <th scope="col">overlays</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(overlays).map(([library, names]) => (
          <tr key={library}>
            <th scope="row">{library}</th>
            <td>{names.join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
