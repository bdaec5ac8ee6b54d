import type { ReactElement } from 'react';
import { ScrollingTable } from '../ScrollingTable';
import { exportOf } from './api';
import { ApiText, ApiType } from './ApiText';

/** The properties of an exported type: what each takes, by default and for what. */
export function MemberTable({ of: name }: { of: string }): ReactElement {
  const { members, inherits } = exportOf(name);
  return (
    <>
      <ScrollingTable>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Description</th>
          </tr>
        </thead>
        <tbody>
          {members
            .filter(({ type }) => type !== 'never')
            .map(({ name: member, type, optional, text, byDefault }) => (
              <tr key={member}>
                <td>
                  <code className="docs-code">{optional ? `${member}?` : member}</code>
                </td>
                <td>
                  <ApiType type={type} />
                </td>
                <td>
                  <ApiText text={text} />
                  {byDefault && (
                    <>
                      {' '}
                      Default: <code className="docs-code">{byDefault}</code>
                    </>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </ScrollingTable>
      {inherits && (
        <p>
          It also takes the native props of <code className="docs-code">{`<${inherits}>`}</code>,
          where this table does not say otherwise.
        </p>
      )}
    </>
  );
}
