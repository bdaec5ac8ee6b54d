import type { ReactElement } from 'react';
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
    <table>
      <thead>
        <tr>
          <th>engine</th>
          <th>version</th>
          <th>tests passed</th>
          <th>left out, and why</th>
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
    </table>
  );
}
