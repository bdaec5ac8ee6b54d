import type { ReactElement } from 'react';
import { faultCases } from '../test/faults/support/cases';

/** What the fault suite holds true, a line a case. */
export function FaultTable(): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          <th>When…</th>
          <th>the user sees</th>
          <th>and you are told</th>
          <th>requests</th>
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
    </table>
  );
}
