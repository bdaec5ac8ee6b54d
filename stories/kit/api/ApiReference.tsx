import { Source } from '@storybook/addon-docs/blocks';
import type { Exported } from 'virtual:alloy-api';
import type { ReactElement } from 'react';
import { entryOf } from './api';
import { ApiText } from './ApiText';
import { MemberTable } from './MemberTable';

const GROUPS: readonly [title: string, kinds: readonly Exported['kind'][]][] = [
  ['Components', ['component']],
  ['Hooks', ['hook']],
  ['Functions', ['function', 'value']],
  ['Classes', ['class']],
  ['Types', ['type']],
];

/** All that an entry exports, as its TSDoc says. */
export function ApiReference({ entry: name }: { entry: string }): ReactElement {
  const { exports } = entryOf(name);
  return (
    <>
      {GROUPS.map(([title, kinds]) => {
        const group = exports.filter(({ kind }) => kinds.includes(kind));
        if (group.length === 0) return null;
        return (
          <section key={title}>
            <h2 id={title.toLowerCase()}>{title}</h2>
            {group.map((exported) => (
              <Export key={exported.name} {...exported} />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Export({ name, signature, text, throws, examples, members }: Exported): ReactElement {
  return (
    <section className="docs-export">
      <h3 id={name}>{name}</h3>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>
          <ApiText text={paragraph} />
        </p>
      ))}
      {signature && members.length === 0 && <Block code={signature} />}
      {members.length > 0 && <MemberTable of={name} />}
      {throws.map((thrown) => (
        <p key={thrown}>
          Throws <ApiText text={thrown} />.
        </p>
      ))}
      {examples.map((example) => (
        <Block key={example} code={example.replace(/^```\w*\n|\n```$/g, '')} />
      ))}
    </section>
  );
}

function Block({ code }: { code: string }): ReactElement {
  return (
    <div className="docs-code-block">
      <Source code={code} language="tsx" format={false} />
    </div>
  );
}
