import styles from '../../src/styles.css?raw';
import type { ReactElement } from 'react';
import { ScrollingTable } from '../kit/ScrollingTable';
import { readProperties } from './properties';

/** All custom properties, read from the stylesheet of the package. */
export function PropertyTable(): ReactElement {
  return (
    <ScrollingTable>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Paints</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        {readProperties(styles).map(({ name, paints, light, dark }) => (
          <tr key={name}>
            <td>
              <code className="docs-code">{name}</code>
            </td>
            <td>{paints}</td>
            <td>
              <Value text={light} />
            </td>
            <td>{dark === light ? 'the same' : <Value text={dark} />}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function Value({ text }: { text: string }): ReactElement {
  const isColor = /^(#|rgb)/.test(text);
  return (
    <>
      {isColor && <span className="swatch" style={{ background: text }} />}
      <code className="docs-code">{text}</code>
    </>
  );
}
