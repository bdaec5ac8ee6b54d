import { Fragment, type ReactElement } from 'react';
import { DocLink } from '../DocLink';
import { pageOf } from './api';

const PARTS = /(`[^`]+`|\{@link [^}]+\}|https?:\/\/[^\s)]+)/;

/** A sentence of TSDoc: code in backticks, links to other parts of the API. */
export function ApiText({ text }: { text: string }): ReactElement {
  return (
    <>
      {text.split(PARTS).map((part, index) => {
        const key = `${index}${part}`;
        const linked = /^\{@link (\w+).*\}$/.exec(part)?.[1];
        if (linked) return <ApiName key={key} name={linked} />;
        if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>;
        return <Fragment key={key}>{part}</Fragment>;
      })}
    </>
  );
}

/** A type in code, in which each name of this package leads to its place in the reference. */
export function ApiType({ type }: { type: string }): ReactElement {
  return (
    <code className="docs-code">
      {type.split(/\b([A-Za-z]\w+)\b/).map((part, index) => {
        const key = `${index}${part}`;
        return pageOf(part) ? <ApiName key={key} name={part} isBare /> : part;
      })}
    </code>
  );
}

function ApiName({ name, isBare = false }: { name: string; isBare?: boolean }): ReactElement {
  const label = isBare ? name : <code>{name}</code>;
  const page = pageOf(name);
  return page ? <DocLink href={page}>{label}</DocLink> : <>{label}</>;
}
