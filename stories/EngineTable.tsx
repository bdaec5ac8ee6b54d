import type { ReactElement } from 'react';
import { ScrollingTable } from './kit/ScrollingTable';
import engines from './engines.json';

interface Engine {
  name: string;
  version: string;
  passed: number;
  /** How many tests its driver cannot do, by the reason. */
  skipped: Record<string, number | undefined>;
}

/** What the last run of the browser tests ran where. `npm run engines` writes it. */
export function EngineTable(): ReactElement {
  return (
    <ScrollingTable>
      <thead>
        <tr>
          <th scope="col">engine</th>
          <th scope="col">version</th>
          <th scope="col">tests passed</th>
          <th scope="col">left out, and why</th>
        </tr>
      </thead>
      <tbody>
        {(engines as Engine[]).map(({ name, version, passed, skipped }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>{version}</td>
            <td>{passed}</td>
            <td>
              {Object.entries(skipped).map(([reason, count]) => (
                <div key={reason}>
                  {count}: {reason}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
