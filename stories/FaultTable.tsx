import type { ReactElement } from 'react';
import { ScrollingTable } from './kit/ScrollingTable';
import { faultCases } from '../test/faults/support/cases';

/** What the fault suite holds true, a line a case. */
export function FaultTable(): ReactElement {
  return (
    <ScrollingTable>
      <thead>
        <tr>
          <th scope="col">When…</th>
          <th scope="col">the user sees</th>
          <th scope="col">and you are told</th>
          <th scope="col">requests</th>
        </tr>
      </thead>
      <tbody>
        {faultCases.map(({ when, sees, code, requests }) => (
          <tr key={when}>
            <td>{when}</td>
            <td>{sees}</td>
            <td>{code && <code>{code}</code>}</td>
            <td>{requests}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
